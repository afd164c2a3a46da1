package io.mokuroku.local.schedules;

import java.util.Map;

/**
 * Puts a message into a queue.
 */
@FunctionalInterface
public interface QueueDelivery {

	/**
	 * Delivers a message; it has arrived when this returns.
	 * @param queueArn ARN of the queue
	 * @param body message body
	 * @param attributes message attributes, all of type String
	 * @throws DeliveryFailure when the queue did not take the message
	 */
	void deliver(String queueArn, String body, Map<String, String> attributes) throws DeliveryFailure;

}

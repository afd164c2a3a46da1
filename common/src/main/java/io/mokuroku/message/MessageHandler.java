package io.mokuroku.message;

/**
 * What a service does with a message. It is called in the message's trace, possibly more
 * than once for the same message.
 *
 * @param <M> the kind of message
 */
@FunctionalInterface
public interface MessageHandler<M extends QueueMessage> {

	/**
	 * Does the work. Returning means done.
	 * @throws PermanentFailure if the message must go to the dead-letter queue
	 * @throws RetryableFailure if it should come back later, as any other exception
	 */
	void handle(M message);

}

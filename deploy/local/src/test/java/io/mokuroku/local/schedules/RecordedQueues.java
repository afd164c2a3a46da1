package io.mokuroku.local.schedules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Queues in memory, some of which refuse every message.
 */
final class RecordedQueues implements QueueDelivery {

	private final List<Delivered> delivered = new CopyOnWriteArrayList<>();

	private final List<Delivered> refused = new CopyOnWriteArrayList<>();

	private final Set<String> broken = ConcurrentHashMap.newKeySet();

	static String arn(String queue) {
		return "arn:aws:sqs:us-east-1:000000000000:" + queue;
	}

	void breakDown(String queue) {
		this.broken.add(arn(queue));
	}

	void repair(String queue) {
		this.broken.remove(arn(queue));
	}

	@Override
	public void deliver(String queueArn, String body, Map<String, String> attributes) throws DeliveryFailure {
		Delivered message = new Delivered(queueArn, body, attributes);
		if (this.broken.contains(queueArn)) {
			this.refused.add(message);
			throw new DeliveryFailure("Broken", "The queue is broken", null);
		}
		this.delivered.add(message);
	}

	List<Delivered> delivered() {
		return List.copyOf(this.delivered);
	}

	List<String> bodies() {
		return this.delivered.stream().map(Delivered::body).toList();
	}

	List<Delivered> refused() {
		return List.copyOf(this.refused);
	}

	record Delivered(String queueArn, String body, Map<String, String> attributes) {
	}

}

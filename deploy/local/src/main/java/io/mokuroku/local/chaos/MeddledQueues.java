package io.mokuroku.local.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.mokuroku.local.running.LocalApis;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.topology.Topology;
import tools.jackson.databind.JsonNode;

/**
 * Queues between whose senders and receivers somebody stands. What is done to messages
 * here, SQS is free to do by itself.
 */
final class MeddledQueues {

	private static final String DEAD = "-dlq";

	private static final int MOST = 10;

	private static final String RECEIVED = "ApproximateReceiveCount";

	private static final Duration WHILE_MOVED = Duration.ofMinutes(1);

	private static final Duration UNTIL_ONE_COMES = Duration.ofSeconds(15);

	private final LocalApis apis;

	private final Map<String, Integer> attempts = Topology.load()
		.queues()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Topology.Queue::name, Topology.Queue::maxReceiveCount));

	MeddledQueues(LocalApis apis) {
		this.apis = apis;
	}

	/** Sends messages twice more, beside themselves. */
	void repeat(String queue, int number) throws IOException, InterruptedException {
		String url = url(queue);
		for (JsonNode message : take(url, number, Duration.ofSeconds(1))) {
			send(url, message);
			send(url, message);
		}
	}

	/** Hides messages for a while. */
	void delay(String queue, int number, Duration time) throws IOException, InterruptedException {
		take(url(queue), number, time);
	}

	/**
	 * Waits for messages and receives them until one has a single attempt left. Nobody
	 * else should read the queue meanwhile.
	 * @throws IOException if none comes
	 */
	void wear(String queue, int number) throws IOException, InterruptedException {
		int beforeTheLast = Objects.requireNonNull(this.attempts.get(queue), queue) - 1;
		String url = url(queue);
		List<JsonNode> worn = take(url, number, Duration.ZERO, UNTIL_ONE_COMES);
		if (worn.isEmpty()) {
			throw new IOException("nothing comes to " + queue);
		}
		while (!worn.isEmpty() && worn.stream().allMatch((message) -> received(message) < beforeTheLast)) {
			worn = take(url, number, Duration.ZERO, Duration.ZERO);
		}
	}

	/** Moves every dead letter back to its queue. */
	List<DeadLetter> redrive() throws IOException, InterruptedException {
		List<DeadLetter> moved = new ArrayList<>();
		for (String queue : deadLetterQueues()) {
			String from = url(queue);
			String to = url(queue.substring(0, queue.length() - DEAD.length()));
			for (JsonNode message : all(from)) {
				send(to, message);
				this.apis.queues("DeleteMessage",
						Map.of("QueueUrl", from, "ReceiptHandle", message.path("ReceiptHandle").asString()));
				moved.add(new DeadLetter(queue, text(message, QueueListeners.FAILURE_CODE),
						text(message, QueueListeners.FAILURE_REASON), text(message, "execution")));
			}
		}
		return moved;
	}

	private List<String> deadLetterQueues() throws IOException, InterruptedException {
		List<String> names = new ArrayList<>();
		this.apis.queues("ListQueues", Map.of()).path("QueueUrls").forEach((url) -> {
			String name = url.asString().substring(url.asString().lastIndexOf('/') + 1);
			if (name.endsWith(DEAD)) {
				names.add(name);
			}
		});
		return names;
	}

	private List<JsonNode> all(String url) throws IOException, InterruptedException {
		List<JsonNode> all = new ArrayList<>();
		List<JsonNode> some = take(url, MOST, WHILE_MOVED);
		while (!some.isEmpty()) {
			all.addAll(some);
			some = take(url, MOST, WHILE_MOVED);
		}
		return all;
	}

	private List<JsonNode> take(String url, int number, Duration hidden) throws IOException, InterruptedException {
		return take(url, number, hidden, Duration.ZERO);
	}

	private List<JsonNode> take(String url, int number, Duration hidden, Duration wait)
			throws IOException, InterruptedException {
		return this.apis.queues("ReceiveMessage",
				Map.of("QueueUrl", url, "MaxNumberOfMessages", number, "WaitTimeSeconds", wait.toSeconds(),
						"VisibilityTimeout", hidden.toSeconds(), "MessageAttributeNames", List.of("All"),
						"MessageSystemAttributeNames", List.of(RECEIVED)))
			.path("Messages")
			.valueStream()
			.toList();
	}

	private void send(String url, JsonNode message) throws IOException, InterruptedException {
		Map<String, Object> copy = new HashMap<>(
				Map.of("QueueUrl", url, "MessageBody", message.path("Body").asString()));
		if (message.has("MessageAttributes")) {
			copy.put("MessageAttributes", message.get("MessageAttributes"));
		}
		this.apis.queues("SendMessage", copy);
	}

	private String url(String queue) throws IOException, InterruptedException {
		return this.apis.queues("GetQueueUrl", Map.of("QueueName", queue)).path("QueueUrl").asString();
	}

	private static int received(JsonNode message) {
		return Integer.parseInt(message.at("/Attributes/" + RECEIVED).asString("0"));
	}

	private static String text(JsonNode message, String attribute) {
		return message.at("/MessageAttributes/" + attribute + "/StringValue").asString("");
	}

}

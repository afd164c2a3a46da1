package io.mokuroku.message;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.topology.Topology;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Sending and looking at messages in tests.
 */
public final class Messages {

	private Messages() {
	}

	/** A sender to the test's own queues. */
	public static MessageSender sender(LocalEngines engines) {
		return new MessageSender(engines.sqs(), urls(engines), Traces.none());
	}

	/** Sends to queues that nobody can reach. */
	public static MessageSender senderInVain() {
		SqsAsyncClient nobody = SqsAsyncClient.builder()
			.region(Region.US_EAST_1)
			.endpointOverride(URI.create("http://127.0.0.1:1"))
			.overrideConfiguration((calls) -> calls.retryStrategy(AwsRetryStrategy.doNotRetry()))
			.build();
		return new MessageSender(nobody, new QueueUrls(nobody), Traces.none());
	}

	/** The addresses of the test's own queues. */
	public static QueueUrls urls(LocalEngines engines) {
		return new QueueUrls(engines.sqs());
	}

	/** Listeners to the test's own queues that give a message up after some attempts. */
	public static QueueListeners listeners(LocalEngines engines, int attempts) {
		List<Topology.Queue> queues = Topology.load()
			.queues()
			.stream()
			.map((queue) -> new Topology.Queue(queue.name(), queue.visibilityTimeoutSeconds(), attempts))
			.toList();
		return new QueueListeners(engines.sqs(), urls(engines), Traces.none(),
				new FailurePolicy(RandomGenerator.getDefault()), meters(new SimpleMeterRegistry()),
				InstantSource.system(), new Topology(queues, List.of(), List.of()), Duration.ofSeconds(1),
				Duration.ofHours(1));
	}

	static QueueMeters meters(MeterRegistry registry) {
		return new QueueMeters(registry, InstantSource.system());
	}

	/** Takes the bodies of all messages that are visible on a queue. */
	public static List<String> receive(LocalEngines engines, String queue) {
		return take(engines, queue, Duration.ZERO).stream().map(Message::body).toList();
	}

	/**
	 * Takes all messages that are visible on a queue.
	 * @param wait how long to wait for the first, at most 20 seconds
	 */
	public static List<Message> take(LocalEngines engines, String queue, Duration wait) {
		String url = engines.queueUrl(queue);
		List<Message> taken = new ArrayList<>();
		List<Message> batch;
		do {
			int seconds = taken.isEmpty() ? (int) wait.toSeconds() : 0;
			batch = engines.sqs()
				.receiveMessage((receive) -> receive.queueUrl(url)
					.maxNumberOfMessages(10)
					.waitTimeSeconds(seconds)
					.messageAttributeNames("All"))
				.join()
				.messages();
			batch.forEach((message) -> engines.sqs()
				.deleteMessage((delete) -> delete.queueUrl(url).receiptHandle(message.receiptHandle()))
				.join());
			taken.addAll(batch);
		}
		while (!batch.isEmpty());
		return taken;
	}

}

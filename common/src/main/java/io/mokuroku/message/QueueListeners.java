package io.mokuroku.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Makes listener containers that all behave alike: they decode a message, call its
 * handler in the trace it carries, keep the message hidden meanwhile, and leave failures
 * to the one {@link FailurePolicy}.
 */
public final class QueueListeners implements AutoCloseable {

	/** The attribute of a dead letter that names what went wrong in a word. */
	public static final String FAILURE_CODE = "failure_code";

	/** The attribute of a dead letter that says what went wrong in a sentence. */
	public static final String FAILURE_REASON = "failure_reason";

	/**
	 * The container prefers to poll when all workers are idle. One slow message must not
	 * keep the others waiting for its default of ten seconds.
	 */
	private static final Duration LONGEST_WAIT_FOR_ALL_WORKERS = Duration.ofMillis(200);

	private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

	private static final Logger logger = LoggerFactory.getLogger(QueueListeners.class);

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	private final TraceContexts traces;

	private final FailurePolicy policy;

	private final QueueMeters meters;

	private final InstantSource clock;

	private final Map<String, Topology.Queue> queues;

	private final Duration pollFor;

	private final Duration hideFor;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("hidden-messages").factory());

	/** Not the timer: a look waits for SQS, and messages must be hidden meanwhile. */
	private final ScheduledExecutorService looks = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("queue-looks").factory());

	/**
	 * Makes containers.
	 * @param pollFor how long a poll waits for a message, whole seconds from 1 to 20; a
	 * container that stops waits for its last poll
	 * @param hideFor how long a message is kept hidden while its handler works, at most
	 * 11 hours: SQS hides none for more than 12
	 */
	QueueListeners(SqsAsyncClient sqs, QueueUrls urls, TraceContexts traces, FailurePolicy policy, QueueMeters meters,
			InstantSource clock, Topology topology, Duration pollFor, Duration hideFor) {
		if (pollFor.toSeconds() < 1 || pollFor.toSeconds() > 20) {
			throw new IllegalArgumentException("mokuroku.queues.poll-for must lie between 1s and 20s");
		}
		if (hideFor.isNegative() || hideFor.toHours() > 11) {
			throw new IllegalArgumentException("mokuroku.queues.hide-for must lie between 0s and 11h");
		}
		this.sqs = sqs;
		this.urls = urls;
		this.traces = traces;
		this.policy = policy;
		this.meters = meters;
		this.clock = clock;
		this.queues = topology.queues()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Topology.Queue::name, (queue) -> queue));
		this.pollFor = pollFor;
		this.hideFor = hideFor;
	}

	/**
	 * A container that starts and stops with the application.
	 * @param type the kind of message, which tells the queue
	 * @param concurrency how many messages are handled at once, from 1
	 * @param handler what to do with each
	 */
	public <M extends QueueMessage> SqsMessageListenerContainer<String> listen(Class<M> type, int concurrency,
			MessageHandler<M> handler) {
		MessageQueue queue = MessageQueue.of(type);
		Topology.Queue settings = Objects.requireNonNull(this.queues.get(queue.queueName()), queue.queueName());
		var _ = this.looks.scheduleWithFixedDelay(() -> look(queue.queueName()), LOOK_EVERY.toSeconds(),
				LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
		return SqsMessageListenerContainer.<String>builder()
			.id(queue.queueName())
			.sqsAsyncClient(this.sqs)
			.queueNames(queue.queueName())
			.configure((options) -> options.maxConcurrentMessages(concurrency)
				.maxMessagesPerPoll(Math.min(concurrency, 10))
				.pollTimeout(this.pollFor)
				.maxDelayBetweenPolls(LONGEST_WAIT_FOR_ALL_WORKERS)
				.messageSystemAttributeNames(List.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
						MessageSystemAttributeName.SENT_TIMESTAMP))
				.listenerShutdownTimeout(Duration.ofSeconds(15)))
			.messageListener((message) -> receive(source(message), type, settings, handler))
			.build();
	}

	private <M extends QueueMessage> void receive(Message message, Class<M> type, Topology.Queue queue,
			MessageHandler<M> handler) {
		String traceparent = Optional.ofNullable(message.messageAttributes().get(MessageSender.TRACEPARENT))
			.map(MessageAttributeValue::stringValue)
			.orElse(null);
		this.traces.continueIn(traceparent, "receive " + queue.name(), Map.of("messaging.system", "aws_sqs"), () -> {
			taken(message, queue);
			Instant began = this.clock.instant();
			String outcome = "retried";
			try (HiddenMessage _ = hide(message, queue)) {
				handler.handle(WireFormat.read(message.body(), type));
				outcome = "done";
			}
			catch (RuntimeException ex) {
				failed(message, queue, ex);
				outcome = "dead";
			}
			finally {
				this.meters.handled(queue.name(), outcome, Duration.between(began, this.clock.instant()));
			}
			return true;
		});
	}

	private void taken(Message message, Topology.Queue queue) {
		String sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
		if (sent != null && attempt(message) == 1) {
			this.meters.taken(queue.name(), Instant.ofEpochMilli(Long.parseLong(sent)));
		}
	}

	private static int attempt(Message message) {
		return Integer
			.parseInt(message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
	}

	/** A look that fails leaves the figures as they were. */
	private void look(String queue) {
		try {
			String url = this.urls.of(queue);
			Map<QueueAttributeName, String> found = this.sqs
				.getQueueAttributes((ask) -> ask.queueUrl(url)
					.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
							QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
							QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
				.join()
				.attributes();
			this.meters.looked(queue, number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
					number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
					number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
		}
		catch (RuntimeException ex) {
			logger.debug("queue not looked at queue={}", queue, ex);
		}
	}

	private static int number(Map<QueueAttributeName, String> found, QueueAttributeName name) {
		return Integer.parseInt(found.getOrDefault(name, "0"));
	}

	private HiddenMessage hide(Message message, Topology.Queue queue) {
		return new HiddenMessage(this.sqs,
				visibility(message, queue, Duration.ofSeconds(queue.visibilityTimeoutSeconds())), this.hideFor,
				this.timer);
	}

	private ChangeMessageVisibilityRequest visibility(Message message, Topology.Queue queue, Duration hidden) {
		return ChangeMessageVisibilityRequest.builder()
			.queueUrl(this.urls.of(queue.name()))
			.receiptHandle(message.receiptHandle())
			.visibilityTimeout((int) hidden.toSeconds())
			.build();
	}

	/**
	 * Returns normally once the message is dealt with, which acknowledges it; throws to
	 * keep it on the queue.
	 */
	private void failed(Message message, Topology.Queue queue, Throwable failure) {
		int attempt = attempt(message);
		switch (this.policy.decide(failure, attempt, queue.maxReceiveCount())) {
			case FailurePolicy.Verdict.DeadLetter(String code, String reason) -> {
				bury(message, queue, code, reason);
				logger.error("message dead queue={} message={} attempt={} code={} reason={}", queue.name(),
						message.messageId(), attempt, code, reason, failure);
			}
			case FailurePolicy.Verdict.RetryAfter(Duration delay) -> {
				this.sqs.changeMessageVisibility(visibility(message, queue, delay)).join();
				logger.warn("message retried queue={} message={} attempt={} delay={} failure={}", queue.name(),
						message.messageId(), attempt, delay, failure.toString());
				throw new RetryableFailure("shown again in " + delay, failure);
			}
		}
	}

	private void bury(Message message, Topology.Queue queue, String code, String reason) {
		Map<String, MessageAttributeValue> attributes = new HashMap<>(message.messageAttributes());
		attributes.put(FAILURE_CODE, MessageSender.text(code));
		attributes.put(FAILURE_REASON, MessageSender.text(reason));
		this.sqs
			.sendMessage((send) -> send.queueUrl(this.urls.of(queue.deadLetterName()))
				.messageBody(message.body())
				.messageAttributes(attributes))
			.join();
	}

	/** Stops hiding messages; containers are stopped before. */
	@Override
	public void close() {
		this.looks.shutdownNow();
		this.timer.shutdownNow();
	}

	private static Message source(org.springframework.messaging.Message<String> message) {
		return Objects.requireNonNull(message.getHeaders().get(SqsHeaders.SQS_SOURCE_DATA_HEADER, Message.class));
	}

}

package io.mokuroku.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import io.mokuroku.cloud.Patience;
import io.mokuroku.telemetry.TraceContexts;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * Puts messages on their queues, up to ten and 256 KiB at a time, each with the trace it
 * belongs to. When a call returns, everything is on its queue; when it throws
 * {@link RetryableFailure}, some of it may be; when it throws {@link PermanentFailure}
 * with the code {@code message_too_large}, everything is but what is too large.
 */
public final class MessageSender {

	/** The message attribute that carries the W3C trace context. */
	public static final String TRACEPARENT = "traceparent";

	private static final int MOST_PER_BATCH = 10;

	/** Queues that were not told otherwise take no more at once. */
	private static final int MOST_BYTES = 262_144;

	/** Leaves room for why a message failed, should it become a dead letter. */
	private static final int MOST_BYTES_OF_ONE = MOST_BYTES - 4_096;

	private static final String TEXT = "String";

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	private final TraceContexts traces;

	MessageSender(SqsAsyncClient sqs, QueueUrls urls, TraceContexts traces) {
		this.sqs = sqs;
		this.urls = urls;
		this.traces = traces;
	}

	/** Sends one message in the current trace. */
	public void send(QueueMessage message) {
		send(message, Duration.ZERO);
	}

	/** Sends one message in the current trace that is shown after a delay. */
	public void send(QueueMessage message, Duration delay) {
		sendAll(List.of(new Outgoing(message, this.traces.current().orElse(null), delay)));
	}

	/** Sends many messages, in as few requests as possible. */
	public void sendAll(List<Outgoing> messages) {
		Map<MessageQueue, List<Outgoing>> byQueue = new EnumMap<>(MessageQueue.class);
		for (Outgoing outgoing : messages) {
			byQueue.computeIfAbsent(MessageQueue.of(outgoing.message()), (queue) -> new ArrayList<>()).add(outgoing);
		}
		List<String> tooLarge = new ArrayList<>();
		byQueue.forEach((queue, some) -> tooLarge.addAll(sendAll(queue, some)));
		if (!tooLarge.isEmpty()) {
			throw new PermanentFailure("message_too_large",
					"A message may have %d bytes at most: ".formatted(MOST_BYTES_OF_ONE) + String.join(", ", tooLarge));
		}
	}

	/** Sends all but what is too large, and tells that. */
	private List<String> sendAll(MessageQueue queue, List<Outgoing> messages) {
		List<String> tooLarge = new ArrayList<>();
		List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
		int bytes = 0;
		for (Outgoing outgoing : messages) {
			String body = WireFormat.write(outgoing.message());
			int more = bytes(body, outgoing.traceparent());
			if (more > MOST_BYTES_OF_ONE) {
				tooLarge.add(outgoing.message().getClass().getSimpleName() + " of " + more);
				continue;
			}
			if (batch.size() == MOST_PER_BATCH || bytes + more > MOST_BYTES) {
				sendBatch(queue, batch);
				batch = new ArrayList<>();
				bytes = 0;
			}
			bytes += more;
			batch.add(SendMessageBatchRequestEntry.builder()
				.id(Integer.toString(batch.size()))
				.messageBody(body)
				.messageAttributes(attributes(outgoing.traceparent()))
				.delaySeconds((int) outgoing.delay().toSeconds())
				.build());
		}
		if (!batch.isEmpty()) {
			sendBatch(queue, batch);
		}
		return tooLarge;
	}

	private void sendBatch(MessageQueue queue, List<SendMessageBatchRequestEntry> entries) {
		SendMessageBatchResponse response;
		try {
			String url = this.urls.of(queue.queueName());
			response = this.sqs
				.sendMessageBatch(
						(send) -> send.queueUrl(url).entries(entries).overrideConfiguration(Patience.CALLS::limit))
				.join();
		}
		catch (CompletionException | SdkException ex) {
			throw new RetryableFailure("Sending to " + queue.queueName() + " failed", ex);
		}
		if (response.hasFailed() && !response.failed().isEmpty()) {
			throw new RetryableFailure(
					"Sending to " + queue.queueName() + " failed: " + response.failed().get(0).code(), null);
		}
	}

	/**
	 * What SQS counts of a message: its body, and an attribute by name, type and value.
	 */
	private static int bytes(String body, @Nullable String traceparent) {
		int attribute = (traceparent != null) ? TRACEPARENT.length() + TEXT.length() + traceparent.length() : 0;
		return body.getBytes(StandardCharsets.UTF_8).length + attribute;
	}

	private static Map<String, MessageAttributeValue> attributes(@Nullable String traceparent) {
		return (traceparent != null) ? Map.of(TRACEPARENT, text(traceparent)) : Map.of();
	}

	static MessageAttributeValue text(String value) {
		return MessageAttributeValue.builder().dataType(TEXT).stringValue(value).build();
	}

}

package io.mokuroku.message;

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
 * Puts messages on their queues, ten at a time, each with the trace it belongs to. When a
 * call returns, everything is on its queue; when it throws {@link RetryableFailure}, some
 * of it may be.
 */
public final class MessageSender {

	/** The message attribute that carries the W3C trace context. */
	public static final String TRACEPARENT = "traceparent";

	private static final int MOST_PER_BATCH = 10;

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
		byQueue.forEach((queue, batch) -> {
			for (int from = 0; from < batch.size(); from += MOST_PER_BATCH) {
				sendBatch(queue, batch.subList(from, Math.min(from + MOST_PER_BATCH, batch.size())));
			}
		});
	}

	private void sendBatch(MessageQueue queue, List<Outgoing> batch) {
		List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
		for (Outgoing outgoing : batch) {
			entries.add(SendMessageBatchRequestEntry.builder()
				.id(Integer.toString(entries.size()))
				.messageBody(WireFormat.write(outgoing.message()))
				.messageAttributes(attributes(outgoing.traceparent()))
				.delaySeconds((int) outgoing.delay().toSeconds())
				.build());
		}
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

	private static Map<String, MessageAttributeValue> attributes(@Nullable String traceparent) {
		return (traceparent != null) ? Map.of(TRACEPARENT, text(traceparent)) : Map.of();
	}

	static MessageAttributeValue text(String value) {
		return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
	}

}

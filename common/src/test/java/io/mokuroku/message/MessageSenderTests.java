package io.mokuroku.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.mokuroku.telemetry.Traces;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageSenderTests {

	private static final int AT_ONCE = 262_144;

	private static final int LARGEST = AT_ONCE - 4_096;

	private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

	private final Batches batches = new Batches();

	private final MessageSender sender = new MessageSender(this.batches, new QueueUrls(this.batches), Traces.none());

	@Test
	void sendsTenAtATime() {
		this.sender.sendAll(messages(23, 10));
		assertThat(this.batches.sent).extracting(List::size).containsExactly(10, 10, 3);
	}

	@Test
	void sendsNoMoreAtOnceThanAQueueTakes() {
		List<Outgoing> messages = messages(7, 100_000);
		this.sender.sendAll(messages);
		assertThat(this.batches.sent).extracting(List::size).containsExactly(2, 2, 2, 1);
		assertThat(this.batches.sent).allSatisfy((batch) -> assertThat(bytes(batch)).isLessThanOrEqualTo(AT_ONCE));
		assertThat(this.batches.sent.stream().flatMap(List::stream).map(SendMessageBatchRequestEntry::messageBody))
			.containsExactlyElementsOf(
					messages.stream().map((outgoing) -> WireFormat.write(outgoing.message())).toList());
		assertThat(this.batches.sent).allSatisfy(
				(batch) -> assertThat(batch).extracting(SendMessageBatchRequestEntry::id).doesNotHaveDuplicates());
	}

	@Test
	void countsCharactersOfSeveralBytesAndTheTrace() {
		int around = bytes(WireFormat.write(message("")).length(), 1);
		int half = AT_ONCE / 2 - around;
		Outgoing fits = Outgoing.of(message("あ".repeat(half / 3) + "x".repeat(half % 3)), TRACE);
		this.sender.sendAll(List.of(fits, fits));
		assertThat(this.batches.sent).extracting((batch) -> bytes(batch)).containsExactly(AT_ONCE);
		Outgoing longer = Outgoing.of(message("あ".repeat(half / 3) + "x".repeat(half % 3 + 1)), TRACE);
		this.batches.sent.clear();
		this.sender.sendAll(List.of(fits, longer));
		assertThat(this.batches.sent).hasSize(2);
	}

	@Test
	void refusesForGoodWhatLeavesNoRoomForAReason() {
		int around = WireFormat.write(message("")).length();
		this.sender.send(message("x".repeat(LARGEST - around)));
		assertThat(this.batches.sent).hasSize(1);
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.sender.send(message("x".repeat(LARGEST - around + 1))))
			.withMessage("A message may have 258048 bytes at most: WebhookDelivery of 258049")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("message_too_large"));
		assertThat(this.batches.sent).hasSize(1);
	}

	@Test
	void sendsEverythingElseBesideWhatNoQueueTakes() {
		List<Outgoing> messages = new ArrayList<>(messages(12, 10));
		messages.addAll(3, messages(2, LARGEST));
		messages.add(Outgoing.of(new IndexRebuildRequested("x".repeat(LARGEST), "request-1"), null));
		messages.add(Outgoing.of(new IndexRebuildRequested("restored", "request-2"), null));
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.sender.sendAll(messages));
		assertThat(this.batches.sent).extracting(List::size).containsExactlyInAnyOrder(10, 2, 1);
	}

	private static List<Outgoing> messages(int count, int length) {
		return IntStream.range(0, count).mapToObj((_) -> Outgoing.of(message("x".repeat(length)), null)).toList();
	}

	private static WebhookDelivery message(String body) {
		return new WebhookDelivery(new UUID(0, 1), "evt_1", Instant.EPOCH, body);
	}

	private static int bytes(List<SendMessageBatchRequestEntry> batch) {
		return batch.stream()
			.mapToInt((entry) -> bytes(entry.messageBody().getBytes(StandardCharsets.UTF_8).length,
					entry.messageAttributes().size()))
			.sum();
	}

	private static int bytes(int body, int traces) {
		return body + traces * ("traceparent".length() + "String".length() + TRACE.length());
	}

	/** Takes every batch. */
	private static final class Batches implements SqsAsyncClient {

		private final List<List<SendMessageBatchRequestEntry>> sent = new ArrayList<>();

		@Override
		public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
			return CompletableFuture.completedFuture(GetQueueUrlResponse.builder().queueUrl("here").build());
		}

		@Override
		public CompletableFuture<SendMessageBatchResponse> sendMessageBatch(SendMessageBatchRequest request) {
			this.sent.add(request.entries());
			return CompletableFuture.completedFuture(SendMessageBatchResponse.builder().build());
		}

		@Override
		public String serviceName() {
			return "sqs";
		}

		@Override
		public void close() {
			this.sent.clear();
		}

	}

}

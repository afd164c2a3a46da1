package io.mokuroku.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HiddenMessageTests {

	private static final ChangeMessageVisibilityRequest REQUEST = ChangeMessageVisibilityRequest.builder()
		.queueUrl("http://127.0.0.1:1/queue")
		.receiptHandle("receipt")
		.visibilityTimeout(1)
		.build();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final Recorded sqs = new Recorded();

	@AfterEach
	void stop() {
		this.timer.shutdownNow();
	}

	@Test
	void keepsAMessageOfARealQueueFromBeingShownLongerThanItsVisibilityTimeout() {
		LocalEngines engines = LocalEngines.start();
		String url = engines.sqs().createQueue((create) -> create.queueName("long-work")).join().queueUrl();
		engines.sqs().sendMessage((send) -> send.queueUrl(url).messageBody("long")).join();
		Message taken = take(engines, url, 1).getFirst();
		long begun = System.nanoTime();
		try (HiddenMessage _ = new HiddenMessage(engines.sqs(),
				REQUEST.toBuilder().queueUrl(url).receiptHandle(taken.receiptHandle()).build(), Duration.ofHours(1),
				this.timer)) {
			while (System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(1_900)) {
				assertThat(take(engines, url, 1)).isEmpty();
			}
		}
		assertThat(take(engines, url, 5)).extracting(Message::body).containsExactly("long");
	}

	@Test
	void hidesNoLongerThanItMay() {
		try (HiddenMessage _ = new HiddenMessage(this.sqs, REQUEST, Duration.ofMillis(700), this.timer)) {
			await().until(() -> this.sqs.requests.size() == 2);
			await().during(Duration.ofMillis(500)).until(() -> this.sqs.requests.size() == 2);
		}
	}

	@Test
	void goesOnAfterAFailure() {
		this.sqs.answer = CompletableFuture.failedFuture(new IllegalStateException("away"));
		try (HiddenMessage _ = new HiddenMessage(this.sqs, REQUEST, Duration.ofHours(1), this.timer)) {
			await().until(() -> this.sqs.requests.size() >= 2);
		}
	}

	@Test
	void hasSaidItsLastWordOnceItIsClosed() throws InterruptedException {
		this.sqs.answer = new CompletableFuture<>();
		HiddenMessage hidden = new HiddenMessage(this.sqs, REQUEST, Duration.ofHours(1), this.timer);
		await().until(() -> this.sqs.requests.size() == 1);
		Thread closing = Thread.ofVirtual().start(hidden::close);
		assertThat(closing.join(Duration.ofMillis(100))).as("closed while a request is under way").isFalse();
		this.sqs.answer.complete(ChangeMessageVisibilityResponse.builder().build());
		assertThat(closing.join(Duration.ofSeconds(5))).isTrue();
		assertThat(this.sqs.requests).containsExactly(REQUEST);
	}

	private static List<Message> take(LocalEngines engines, String url, int seconds) {
		return engines.sqs()
			.receiveMessage((receive) -> receive.queueUrl(url).visibilityTimeout(1).waitTimeSeconds(seconds))
			.join()
			.messages();
	}

	/** Notes what it is asked. */
	private static final class Recorded implements SqsAsyncClient {

		private final List<ChangeMessageVisibilityRequest> requests = Collections.synchronizedList(new ArrayList<>());

		private volatile CompletableFuture<ChangeMessageVisibilityResponse> answer = CompletableFuture
			.completedFuture(ChangeMessageVisibilityResponse.builder().build());

		@Override
		public CompletableFuture<ChangeMessageVisibilityResponse> changeMessageVisibility(
				ChangeMessageVisibilityRequest request) {
			this.requests.add(request);
			return this.answer;
		}

		@Override
		public String serviceName() {
			return "sqs";
		}

		@Override
		public void close() {
			// nothing is open
		}

	}

}

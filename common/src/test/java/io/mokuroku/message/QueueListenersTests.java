package io.mokuroku.message;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.otel.bridge.OtelBaggageManager;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.topology.Topology;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class QueueListenersTests {

	private static final ScheduleRequested TODAY = new ScheduleRequested(LocalDate.of(2026, 11, 22));

	private static final OtelCurrentTraceContext CONTEXT = new OtelCurrentTraceContext();

	private static final TraceContexts TRACES = new TraceContexts(
			new OtelTracer(SdkTracerProvider.builder().build().get("test"), CONTEXT, (event) -> {
			}, new OtelBaggageManager(CONTEXT, List.of(), List.of())));

	private static final MeterRegistry METERS = new SimpleMeterRegistry();

	/** What the one listener of this class does now. */
	private static final AtomicReference<MessageHandler<ScheduleRequested>> HANDLER = new AtomicReference<>(
			(message) -> {
			});

	private final LocalEngines engines = LocalEngines.start();

	private final MessageSender sender = new MessageSender(this.engines.sqs(), new QueueUrls(this.engines.sqs()),
			TRACES);

	private final Queue<String> handled = new ConcurrentLinkedQueue<>();

	/**
	 * One listener for all tests, which ends with the test JVM: a stopped one may still
	 * take a message with its last long poll.
	 */
	@BeforeAll
	static void listen() {
		LocalEngines engines = LocalEngines.start();
		engines.reset();
		new QueueListeners(engines.sqs(), new QueueUrls(engines.sqs()), TRACES,
				new FailurePolicy(RandomGenerator.getDefault()), Messages.meters(METERS), InstantSource.system(),
				Topology.load(), Duration.ofSeconds(1), Duration.ofHours(1))
			.listen(ScheduleRequested.class, 1, (message) -> HANDLER.get().handle(message))
			.start();
	}

	@Test
	void handlesAMessageInTheTraceItWasSentIn() {
		HANDLER.set((message) -> this.handled.add(TRACES.currentTraceId().orElse("none")));
		String sent = TRACES.newTrace("test", Map.of(), () -> {
			this.sender.send(TODAY);
			return TRACES.currentTraceId().orElseThrow();
		});
		await().untilAsserted(() -> assertThat(this.handled).containsExactly(sent));
		Timer waited = METERS.get(QueueMeters.WAITED).tag("queue", "schedule-requests").timer();
		assertThat(waited.count()).isPositive();
		assertThat(waited.max(TimeUnit.SECONDS)).isLessThan(30);
		await().untilAsserted(() -> assertThat(handled("done")).isPositive());
	}

	@Test
	void buriesWhatCannotBeMendedWithItsReason() {
		HANDLER.set((message) -> {
			throw new PermanentFailure("unknown_day", "There is no such day");
		});
		this.sender.send(TODAY);
		Message dead = dead();
		assertThat(WireFormat.read(dead.body(), ScheduleRequested.class)).isEqualTo(TODAY);
		assertThat(attribute(dead, QueueListeners.FAILURE_CODE)).isEqualTo("unknown_day");
		assertThat(attribute(dead, QueueListeners.FAILURE_REASON)).contains("There is no such day");
		await().untilAsserted(() -> assertThat(handled("dead")).isPositive());
	}

	@Test
	void buriesWhatItCannotRead() {
		HANDLER.set((message) -> this.handled.add("handled"));
		this.engines.sqs()
			.sendMessage((send) -> send.queueUrl(this.engines.queueUrl("schedule-requests")).messageBody("{broken"))
			.join();
		assertThat(attribute(dead(), QueueListeners.FAILURE_CODE)).isEqualTo("undecodable");
		assertThat(this.handled).isEmpty();
	}

	@Test
	void showsAMessageAgainAfterAFailureThatMayPass() {
		HANDLER.set((message) -> {
			this.handled.add("attempt");
			if (this.handled.size() == 1) {
				throw new RetryableFailure("not now", null);
			}
		});
		this.sender.send(TODAY);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(this.handled).hasSize(2));
		assertThat(handled("retried")).isPositive();
	}

	@Test
	void handlesAMessageOnceThatTakesLongerThanItIsHidden() throws InterruptedException {
		String queue = "index-rebuild-requests";
		this.engines.sqs()
			.setQueueAttributes((set) -> set.queueUrl(this.engines.queueUrl(queue))
				.attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")))
			.join();
		CountDownLatch twice = new CountDownLatch(2);
		CountDownLatch done = new CountDownLatch(1);
		QueueListeners listeners = new QueueListeners(this.engines.sqs(), new QueueUrls(this.engines.sqs()), TRACES,
				new FailurePolicy(RandomGenerator.getDefault()), Messages.meters(METERS), InstantSource.system(),
				new Topology(List.of(new Topology.Queue(queue, 1, 5)), List.of(), List.of()), Duration.ofSeconds(1),
				Duration.ofHours(1));
		SqsMessageListenerContainer<String> container = listeners.listen(IndexRebuildRequested.class, 2, (message) -> {
			twice.countDown();
			awaitFor(twice, Duration.ofSeconds(2));
			done.countDown();
		});
		container.start();
		try (listeners) {
			this.sender.send(new IndexRebuildRequested("it takes long", "long-work"));
			assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(twice.getCount()).as("times it was not handled").isOne();
		}
		finally {
			container.stop();
		}
	}

	private static long handled(String outcome) {
		return METERS.find(QueueMeters.HANDLED)
			.tags("queue", "schedule-requests", "outcome", outcome)
			.timers()
			.stream()
			.mapToLong(Timer::count)
			.sum();
	}

	private static void awaitFor(CountDownLatch latch, Duration time) {
		try {
			latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String attribute(Message message, String name) {
		return message.messageAttributes()
			.getOrDefault(name, MessageAttributeValue.builder().stringValue("").build())
			.stringValue();
	}

	private Message dead() {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> Messages.take(this.engines, "schedule-requests-dlq", Duration.ofSeconds(1)),
					(messages) -> !messages.isEmpty())
			.getFirst();
	}

}

package io.mokuroku.message;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.micrometer.tracing.otel.bridge.OtelBaggageManager;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.topology.Topology;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class QueueListenersTests {

	private static final ScheduleRequested TODAY = new ScheduleRequested(LocalDate.of(2026, 11, 22));

	private final LocalEngines engines = LocalEngines.start();

	private final OtelCurrentTraceContext context = new OtelCurrentTraceContext();

	private final TraceContexts traces = new TraceContexts(
			new OtelTracer(SdkTracerProvider.builder().build().get("test"), this.context, (event) -> {
			}, new OtelBaggageManager(this.context, List.of(), List.of())));

	private final QueueUrls urls = new QueueUrls(this.engines.sqs());

	private final MessageSender sender = new MessageSender(this.engines.sqs(), this.urls, this.traces);

	private final Queue<String> handled = new ConcurrentLinkedQueue<>();

	private SqsMessageListenerContainer<String> container = container((message) -> {
	});

	@BeforeEach
	void emptyQueues() {
		this.engines.reset();
	}

	@AfterEach
	void stop() {
		this.container.stop();
	}

	@Test
	void handlesAMessageInTheTraceItWasSentIn() {
		start((message) -> this.handled.add(this.traces.currentTraceId().orElse("none")));
		String sent = this.traces.newTrace("test", java.util.Map.of(), () -> {
			this.sender.send(TODAY);
			return this.traces.currentTraceId().orElseThrow();
		});
		await().untilAsserted(() -> assertThat(this.handled).containsExactly(sent));
	}

	@Test
	void buriesWhatCannotBeMendedWithItsReason() {
		start((message) -> {
			throw new PermanentFailure("unknown_day", "There is no such day");
		});
		this.sender.send(TODAY);
		Message dead = dead();
		assertThat(WireFormat.read(dead.body(), ScheduleRequested.class)).isEqualTo(TODAY);
		assertThat(attribute(dead, QueueListeners.FAILURE_CODE)).isEqualTo("unknown_day");
		assertThat(attribute(dead, QueueListeners.FAILURE_REASON)).contains("There is no such day");
	}

	@Test
	void buriesWhatItCannotRead() {
		start((message) -> this.handled.add("handled"));
		this.engines.sqs()
			.sendMessage((send) -> send.queueUrl(this.engines.queueUrl("schedule-requests")).messageBody("{broken"))
			.join();
		assertThat(attribute(dead(), QueueListeners.FAILURE_CODE)).isEqualTo("undecodable");
		assertThat(this.handled).isEmpty();
	}

	@Test
	void showsAMessageAgainAfterAFailureThatMayPass() {
		start((message) -> {
			this.handled.add("attempt");
			if (this.handled.size() == 1) {
				throw new RetryableFailure("not now", null);
			}
		});
		this.sender.send(TODAY);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(this.handled).hasSize(2));
	}

	private void start(MessageHandler<ScheduleRequested> handler) {
		this.container = container(handler);
		this.container.start();
	}

	private SqsMessageListenerContainer<String> container(MessageHandler<ScheduleRequested> handler) {
		return new QueueListeners(this.engines.sqs(), this.urls, this.traces,
				new FailurePolicy(RandomGenerator.getDefault()), Topology.load())
			.listen(ScheduleRequested.class, 1, handler);
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

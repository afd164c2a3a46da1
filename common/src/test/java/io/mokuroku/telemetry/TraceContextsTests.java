package io.mokuroku.telemetry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * With the real tracer, because what counts are the ids in the logging context.
 */
class TraceContextsTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

	private static final List<FinishedSpan> finished = new CopyOnWriteArrayList<>();

	private static ConfigurableApplicationContext context;

	private static TraceContexts traces;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Tracing.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off")
			.run();
		traces = context.getBean(TraceContexts.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void forget() {
		finished().clear();
	}

	@Test
	void hasNoTraceOutsideAnySpan() {
		assertThat(traces.current()).isEmpty();
		assertThat(traces.currentTraceId()).isEmpty();
	}

	@Test
	void continuesTheTraceItIsGiven() {
		String inside = traces.continueIn(PARENT, "receive sync-requests", Map.of("job", "7"),
				() -> traces.current().orElseThrow());
		assertThat(inside).startsWith("00-" + TRACE + "-").endsWith("-01").isNotEqualTo(PARENT);
		assertThat(finished()).singleElement().satisfies((span) -> {
			assertThat(span.getName()).isEqualTo("receive sync-requests");
			assertThat(span.getParentId()).isEqualTo("00f067aa0ba902b7");
			assertThat(span.getKind()).hasToString("CONSUMER");
			assertThat(span.getTags()).containsEntry("job", "7");
		});
	}

	@Test
	void passesOnThatNobodyRecords() {
		String inside = traces.continueIn("00-" + TRACE + "-00f067aa0ba902b7-00", "receive", Map.of(),
				() -> traces.current().orElseThrow());
		assertThat(inside).startsWith("00-" + TRACE).endsWith("-00");
		assertThat(finished()).isEmpty();
	}

	@Test
	void namesTheTraceInTheLoggingContextWhileTheBodyRuns() {
		traces.continueIn(PARENT, "receive", Map.of(), () -> {
			assertThat(MDC.get("traceId")).isEqualTo(TRACE);
			assertThat(MDC.get("spanId")).hasSize(16);
			return null;
		});
		assertThat(MDC.get("traceId")).isNull();
	}

	@Test
	void startsAnewWithoutAParentItCanRead() {
		for (String unreadable : new String[] { null, "", "nonsense", PARENT + "-more" }) {
			String id = traces.continueIn(PARENT, "outer", Map.of(), () -> traces.continueIn(unreadable, "inner",
					Map.of(), () -> traces.currentTraceId().orElseThrow()));
			assertThat(id).isNotEqualTo(TRACE).matches("[0-9a-f]{32}");
		}
	}

	@Test
	void startsANewTraceInsideAnother() {
		traces.continueIn(PARENT, "outer", Map.of(), () -> {
			String inner = traces.newTrace("sync", Map.of(), () -> traces.currentTraceId().orElseThrow());
			assertThat(inner).isNotEqualTo(TRACE);
			assertThat(traces.currentTraceId()).contains(TRACE);
			return null;
		});
	}

	@Test
	void endsTheSpanAndRecordsWhatTheBodyThrows() {
		assertThatThrownBy(() -> traces.continueIn(PARENT, "receive", Map.of(), () -> {
			throw new IOException("upstream gone");
		})).isExactlyInstanceOf(IOException.class).hasMessage("upstream gone");
		assertThat(finished()).singleElement()
			.satisfies((span) -> assertThat(span.getError()).hasMessageContaining("upstream gone"));
		assertThat(traces.current()).isEmpty();
	}

	@Test
	void runsBodiesWithoutATracer() {
		TraceContexts none = Traces.none();
		assertThat(none.<String, RuntimeException>continueIn(PARENT, "receive", Map.of(), () -> "done"))
			.isEqualTo("done");
		assertThat(none.current()).isEmpty();
		assertThat(none.currentTraceId()).isEmpty();
	}

	/**
	 * Spans are handed over in batches: asks for the present one.
	 */
	private static List<FinishedSpan> finished() {
		context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
		return finished;
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ObservationAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
			OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
			TelemetryAutoConfiguration.class })
	static class Tracing {

		@Bean
		SpanReporter reporter() {
			return finished::add;
		}

	}

}

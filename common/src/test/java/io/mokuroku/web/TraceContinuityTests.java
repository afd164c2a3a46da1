package io.mokuroku.web;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

class TraceContinuityTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final RunningService service = RunningService.shared();

	@Test
	void continuesTheTraceOfTheCaller() {
		var answer = service.get("/v1/open/traced", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
		assertThat(answer.json().path("traceId").asString()).isEqualTo(TRACE);
		assertThat(answer.header("X-Trace-Id")).isEqualTo(TRACE);
	}

	@Test
	void startsATraceForEveryOtherRequest() {
		String first = service.get("/v1/open/traced").header("X-Trace-Id");
		String second = service.get("/v1/open/traced", "traceparent", "nonsense").header("X-Trace-Id");
		assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
		assertThat(second).matches("[0-9a-f]{32}");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void writesTheTraceIntoEveryLine(CapturedOutput output) {
		service.get("/v1/search?q=x", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
		assertThat(output.getOut().lines().filter((line) -> line.contains("searching"))).singleElement()
			.asString()
			.contains("trace=" + TRACE + " span=", "probe-service");
	}

	@Test
	void doesNotTraceProbes() {
		assertThat(service.get("/actuator/health").header("X-Trace-Id")).isEmpty();
	}

	@Test
	void keepsSpansAndMetricsToItselfWithoutACollector() {
		assertThat(service.context().getBeanNamesForType(SpanExporter.class)).isEmpty();
		assertThat(service.context().getEnvironment().getProperty("management.otlp.metrics.export.enabled"))
			.isEqualTo("false");
	}

}

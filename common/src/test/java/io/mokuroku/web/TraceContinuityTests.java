package io.mokuroku.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

	@Test
	void sendsSpansAndMetricsToTheCollectorItIsTold() throws IOException {
		AtomicInteger spans = new AtomicInteger();
		AtomicInteger metrics = new AtomicInteger();
		HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		count(collector, "/v1/traces", spans);
		count(collector, "/v1/metrics", metrics);
		collector.start();
		String address = "http://127.0.0.1:" + collector.getAddress().getPort();
		try (RunningService exporting = RunningService.start(RunningService.issuer().uri(),
				"management.opentelemetry.tracing.export.otlp.endpoint=" + address + "/v1/traces",
				"management.opentelemetry.tracing.export.schedule-delay=100ms",
				"management.otlp.metrics.export.url=" + address + "/v1/metrics",
				"management.otlp.metrics.export.step=1s")) {
			assertThat(exporting.get("/v1/search?q=x").status()).isEqualTo(200);
			await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
				assertThat(spans).hasPositiveValue();
				assertThat(metrics).hasPositiveValue();
			});
		}
		finally {
			collector.stop(0);
		}
	}

	private static void count(HttpServer collector, String path, AtomicInteger requests) {
		collector.createContext(path, (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			requests.incrementAndGet();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
	}

}

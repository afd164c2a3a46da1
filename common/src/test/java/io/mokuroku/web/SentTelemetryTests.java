package io.mokuroku.web;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.testing.Collector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a service sends to the collector that {@code mokuroku.telemetry.endpoint} names.
 */
@ExtendWith(OutputCaptureExtension.class)
class SentTelemetryTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static Collector collector;

	private static RunningService service;

	@BeforeAll
	static void start() {
		collector = Collector.start();
		service = RunningService.start(RunningService.issuer().uri(),
				"mokuroku.telemetry.endpoint=" + collector.endpoint(),
				"management.opentelemetry.tracing.export.schedule-delay=100ms",
				"management.opentelemetry.logging.export.schedule-delay=100ms",
				"management.otlp.metrics.export.step=1s");
	}

	@AfterAll
	static void stop() {
		service.close();
		collector.close();
	}

	@Test
	void sendsTheSpanOfARequestAndWhatWasLoggedInIt() {
		String trace = service.get("/v1/search?q=x").header("X-Trace-Id");
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(collector.spans()).filteredOn((span) -> span.traceId().equals(trace))
				.anySatisfy((span) -> {
					assertThat(span.service()).isEqualTo("probe-service");
					assertThat(span.name()).isEqualTo("http get /v1/search");
				}));
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(collector.logs()).filteredOn((log) -> log.traceId().equals(trace))
				.anySatisfy((log) -> {
					assertThat(log.service()).isEqualTo("probe-service");
					assertThat(log.severity()).isEqualTo("INFO");
					assertThat(log.body()).isEqualTo("searching q.length=1");
				}));
	}

	@Test
	void sendsHowOftenAndHowFastEachRouteAnswers() {
		service.get("/v1/anime/1");
		service.get("/v1/anime/404");
		await().atMost(SOON).untilAsserted(() -> {
			var points = collector.metrics()
				.stream()
				.filter((metric) -> metric.name().equals("http.server.requests"))
				.flatMap((metric) -> metric.metric().getHistogram().getDataPointsList().stream())
				.filter((point) -> point.getAttributesList()
					.stream()
					.anyMatch((tag) -> tag.getValue().getStringValue().equals("/v1/anime/{id}")))
				.toList();
			assertThat(points).isNotEmpty()
				.allSatisfy((point) -> assertThat(point.getExplicitBoundsList()).hasSizeBetween(8, 16));
			Set<String> statuses = points.stream()
				.flatMap((point) -> point.getAttributesList().stream())
				.filter((tag) -> tag.getKey().equals("status"))
				.map((tag) -> tag.getValue().getStringValue())
				.collect(Collectors.toSet());
			assertThat(statuses).contains("200", "404");
		});
	}

	@Test
	void namesTheInstanceWhoseFiguresTheyAre() {
		service.get("/v1/anime/1");
		await().atMost(SOON).until(() -> !collector.metrics().isEmpty());
		assertThat(collector.metrics().stream().map(Collector.Figure::instance).distinct()).singleElement()
			.asString()
			.hasSize(36);
	}

	@Test
	void logsNeitherTokensNorBodies(CapturedOutput output) {
		String token = RunningService.issuer().token("catalogue.sync");
		String body = "{\"data\":{\"type\":\"a\",\"attributes\":{\"title\":\"swordfish\",\"source_urls\":[],\"episodes\":%s}}}";
		assertThat(service.post("/v1/open/import", body.formatted("1"), "Authorization", "Bearer " + token).status())
			.isEqualTo(200);
		assertThat(service.post("/v1/open/import", body.formatted("-1"), "Authorization", "Bearer " + token).status())
			.isEqualTo(400);
		assertThat(service.post("/v1/open/import", "{swordfish", "Authorization", "Bearer " + token).status())
			.isEqualTo(400);
		assertThat(service.post("/v1/syncs", "swordfish", "Authorization", "Bearer " + token + "x").status())
			.isEqualTo(401);
		assertThat(service.get("/v1/reviews", "Authorization", "Bearer " + token).status()).isEqualTo(403);
		assertThat(service.get("/v1/search?q=swordfish&limit=nine&access_token=" + token).status()).isEqualTo(400);
		assertThat(service.get("/v1/anime/500", "Authorization", "Bearer " + token, "Cookie", "session=swordfish")
			.status()).isEqualTo(500);
		String last = service.get("/v1/search?q=swordfish", "Authorization", "Bearer " + token).header("X-Trace-Id");
		await().atMost(SOON)
			.until(() -> collector.logs().stream().anyMatch((log) -> log.traceId().equals(last))
					&& collector.spans().stream().anyMatch((span) -> span.traceId().equals(last)));
		String signature = token.substring(token.lastIndexOf('.') + 1);
		assertThat(output.getAll()).as("console").contains("searching").doesNotContain("swordfish", signature);
		assertThat(collector.logs().toString()).as("logs").doesNotContain("swordfish", signature);
		assertThat(collector.spans().toString()).as("spans").doesNotContain("swordfish", signature);
	}

}

package io.mokuroku.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service tells besides its answers, and what it opens besides its routes.
 */
class SurfaceTests {

	private static final RunningService service = RunningService.shared();

	private static final String OPERATOR = "Bearer " + RunningService.issuer().token("operations");

	private static final String REVIEWER = "Bearer " + RunningService.issuer().token("reviews.read");

	@ParameterizedTest
	@CsvSource({ "/v1/search?q=x, 200", "/v1/search, 400", "/v1/reviews, 200", "/v1/anime/500, 500", "/nowhere, 404",
			"/actuator/health, 200", "/actuator/info, 200", "/v3/api-docs, 200" })
	void allowsNothingToBeMadeOfAnAnswer(String path, int status) {
		var answer = service.get(path, "Authorization", REVIEWER, "X-Forwarded-Proto", "https");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
		assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
		assertThat(answer.header("Cache-Control")).contains("no-store");
	}

	@Test
	void allowsSwaggerNoScriptsButItsOwn() {
		assertThat(service.get("/swagger-ui/index.html").header("Content-Security-Policy"))
			.startsWith("default-src 'self';")
			.contains("frame-ancestors 'none'")
			.doesNotContain("script-src", "unsafe-eval");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/search?q=x", "/v1/anime/500", "/nowhere", "/actuator/health", "/actuator/info",
			"/swagger-ui/index.html" })
	void namesNoVersionAndNoPlace(String path) {
		var answer = service.get(path);
		assertThat(answer.response().headers().map().keySet()).doesNotContain("server", "Server", "x-powered-by",
				"X-Powered-By", "x-application-context");
		assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "springframework",
				System.getProperty("user.dir"), "/home/", "/root/", "\"java\"", "\"build\"", "\"git\"", "\"os\"",
				"4.1.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/search?q=x", "/v1/reviews", "/v1/open/list", "/actuator/health", "/v3/api-docs" })
	void hasNoBusinessWithPagesOfOtherOrigins(String path) {
		for (String origin : List.of("https://evil.example", "null")) {
			var asked = service.send(path,
					(request) -> request.method("OPTIONS", BodyPublishers.noBody())
						.headers("Origin", origin, "Access-Control-Request-Method", "GET",
								"Access-Control-Request-Headers", "authorization"));
			var sent = service.get(path, "Origin", origin, "Authorization", REVIEWER);
			for (var answer : List.of(asked, sent)) {
				assertThat(answer.response().headers().map().keySet())
					.noneMatch((name) -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
			}
		}
	}

	@Test
	void showsOperatorsTheFiguresAndNothingElse() {
		assertThat(service.get("/actuator").status()).isEqualTo(401);
		assertThat(service.get("/actuator", "Authorization", OPERATOR).json().path("_links").propertyNames())
			.containsExactlyInAnyOrder("self", "health", "health-path", "info", "metrics",
					"metrics-requiredMetricName");
	}

	@ParameterizedTest
	@ValueSource(strings = { "heapdump", "env", "configprops", "loggers", "beans", "threaddump", "mappings",
			"conditions", "httpexchanges", "shutdown", "logfile", "scheduledtasks", "sbom", "prometheus", "caches" })
	void opensNoDoorForOperators(String endpoint) {
		assertThat(service.get("/actuator/" + endpoint).status()).isEqualTo(401);
		assertThat(service.get("/actuator/" + endpoint, "Authorization", OPERATOR).status()).isEqualTo(404);
		assertThat(service.post("/actuator/" + endpoint, "{}", "Authorization", OPERATOR).status()).isEqualTo(404);
	}

}

package io.mokuroku.web;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ApiErrorsTests {

	private static final RunningService service = RunningService.shared();

	@ParameterizedTest
	@CsvSource({ "/v1/search, 400, missing_parameter, q", "/v1/search?q=x&lmit=3, 400, unknown_parameter, lmit",
			"/v1/search?q=x&limit=abc, 400, invalid_parameter, limit",
			"/v1/search?q=x&limit=101, 400, invalid_parameter, limit",
			"/v1/search?q=x&season=FALL, 400, invalid_parameter, season",
			"/v1/search?q=x&page[size]=a, 400, invalid_parameter, page[size]",
			"/v1/search?q=x&page%5Bsize%5D=a, 400, invalid_parameter, page[size]",
			"/v1/anime/0, 400, invalid_parameter, id", "/v1/anime/x, 400, invalid_parameter, id",
			"/v1/open/list?cursor=abcd, 400, invalid_parameter, cursor",
			"/v1/open/list?limit=a, 400, invalid_parameter, limit", "/v1/open/list?x=1, 400, unknown_parameter, x",
			"/v1/open/family?filter[a]=1&other[a]=1, 400, unknown_parameter, other[a]",
			"/v1/open/family?filter=1, 400, unknown_parameter, filter" })
	void namesTheParameter(String path, int status, String code, String parameter) {
		var answer = service.get(path.replace("[", "%5B").replace("]", "%5D"));
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.parameters()).containsExactly(parameter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/search?q=x&%13a=1", "/v1/search?q=x&%EF%BF%BE=1", "/v1/search?%00=1" })
	void refusesNamesOfParametersThatAreNoText(String path) {
		assertThat(service.get(path).status()).isEqualTo(400);
		assertThat(service.get(path).code()).isIn("malformed_request", "unknown_parameter", "missing_parameter");
	}

	@Test
	void reportsEveryBrokenParameterAtOnce() {
		assertThat(service.get("/v1/search?q=&limit=0").parameters()).containsExactlyInAnyOrder("q", "limit");
		assertThat(service.get("/v1/search?q=x&a=1&b=2").parameters()).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void takesAnyParameterWhereTheRouteDoes() {
		assertThat(service.get("/v1/open/anything?x=1").status()).isEqualTo(200);
	}

	@Test
	void namesTheHeader() {
		var missing = service.get("/v1/open/header");
		assertThat(missing.code()).isEqualTo("missing_header");
		assertThat(missing.error().at("/source/header").asString()).isEqualTo("X-Client");
		var broken = service.get("/v1/search?q=x", "X-Depth", "4");
		assertThat(broken.code()).isEqualTo("invalid_header");
		assertThat(broken.error().at("/source/header").asString()).isEqualTo("X-Depth");
		assertThat(service.get("/v1/search?q=x", "X-Depth", "deep").code()).isEqualTo("invalid_header");
	}

	@Test
	void pointsAtEveryBrokenFieldByItsJsonName() {
		var answer = service.post("/v1/open/import", """
				{"data":{"type":"","attributes":{"title":"","source_urls":["a","abcdefg"],"episodes":0}}}""");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("invalid_field");
		assertThat(answer.pointers()).containsExactlyInAnyOrder("/data/type", "/data/attributes/title",
				"/data/attributes/source_urls/1", "/data/attributes/episodes");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "''|missing_body|''", "{|malformed_json|''", "{\"data\":tru}|malformed_json|''",
					"{\"data\":null,\"data\":null}|malformed_json|''", "{}{}|invalid_field|''",
					"{}|invalid_field|/data", "[1]|invalid_field|''",
					"{\"data\":{\"type\":\"a\",\"x\":1}}|unknown_field|/data/x",
					"{\"data\":{\"attributes\":{\"episodes\":\"7\"}}}|invalid_field|/data/attributes/episodes",
					"{\"data\":{\"attributes\":{\"source_urls\":[[]]}}}|invalid_field|/data/attributes/source_urls/0" })
	void saysWhatIsWrongWithTheBody(String body, String code, String pointer) {
		var answer = service.post("/v1/open/import", body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(400);
		assertThat(answer.code()).as(answer.body()).isEqualTo(code);
		assertThat(answer.error().at("/source/pointer").asString("")).isEqualTo(pointer);
	}

	@Test
	void refusesJsonNestedTooDeeply() {
		var answer = service.post("/v1/open/import", "[".repeat(2000));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("invalid_field");
	}

	@ParameterizedTest
	@CsvSource({ "404, anime_not_found", "409, conflict", "410, gone", "429, too_many_requests", "500, internal_error",
			"503, service_unavailable" })
	void answersWhatTheRouteThrows(int status, String code) {
		var answer = service.get("/v1/anime/" + status);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(code);
	}

	@Test
	void saysWhenToComeBack() {
		assertThat(service.get("/v1/anime/429").header("Retry-After")).isEqualTo("2");
		assertThat(service.get("/v1/anime/503").header("Retry-After")).isEqualTo("7");
	}

	@Test
	void namesTheTrace() {
		var answer = service.get("/v1/anime/404");
		assertThat(answer.header("X-Trace-Id")).matches("[0-9a-f]{32}");
		assertThat(answer.error().at("/meta/trace").asString()).isEqualTo(answer.header("X-Trace-Id"));
	}

	@Test
	void answersUnknownAddress() {
		var answer = service.get("/v1/open/none");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.code()).isEqualTo("not_found");
	}

	@Test
	void listsAllowedMethods() {
		var answer = service.send("/v1/open/import", (request) -> request.GET());
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.code()).isEqualTo("method_not_allowed");
		assertThat(answer.header("Allow")).isEqualTo("POST");
	}

	@Test
	void answersInItsOwnMediaTypeWhereNoneIsAcceptable() {
		var answer = service.get("/v1/search?q=x", "Accept", "image/png");
		assertThat(answer.status()).isEqualTo(406);
		assertThat(answer.code()).isEqualTo("not_acceptable");
		assertThat(service.get("/v1/anime/404", "Accept", "text/html").code()).isEqualTo("anime_not_found");
	}

	@Test
	void refusesForeignMediaType() {
		var answer = service.send("/v1/open/import",
				(request) -> request.POST(BodyPublishers.ofString("<a/>")).header("Content-Type", "application/xml"));
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.code()).isEqualTo("unsupported_media_type");
	}

	@Test
	void readsJsonApiMediaType() {
		var answer = service.send("/v1/open/import", (request) -> request.POST(BodyPublishers.ofString("{}"))
			.header("Content-Type", "application/vnd.api+json"));
		assertThat(answer.pointers()).containsExactly("/data");
	}

	@Test
	void refusesLargeBodyOfKnownAndOfUnknownLength() {
		String large = "{\"data\":{\"type\":\"" + "a".repeat(5000) + "\"}}";
		var known = service.post("/v1/open/import", large);
		assertThat(known.status()).isEqualTo(413);
		assertThat(known.code()).isEqualTo("body_too_large");
		var chunked = service.send("/v1/open/import",
				(request) -> request.POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))
					.header("Content-Type", "application/json"));
		assertThat(chunked.status()).isEqualTo(413);
		assertThat(chunked.code()).isEqualTo("body_too_large");
	}

	@ParameterizedTest
	@CsvSource({ "/v1/search?filter-throws=1, 500, internal_error", "/v1/search?filter-sends=418, 418, bad_request",
			"/v1/search?filter-sends=503, 503, service_unavailable", "/v1/open/unwritable, 500, internal_error",
			"/v1/open/slow, 503, service_unavailable" })
	void answersFailuresOutsideTheRoute(String path, int status, String code) {
		var answer = service.get(path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.error().at("/meta/trace").asString()).matches("[0-9a-f]{32}");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void logsServerFaultOnceWithTheIdTheClientSaw(CapturedOutput output) {
		var answer = service.get("/v1/anime/500");
		String id = answer.error().path("id").asString();
		assertThat(output.getOut()).containsOnlyOnce("error_id=" + id)
			.containsOnlyOnce("java.lang.IllegalStateException: secret of the database");
		var thrownByFilter = service.get("/v1/search?filter-throws=1");
		assertThat(output.getOut()).containsOnlyOnce("error_id=" + thrownByFilter.error().path("id").asString())
			.containsOnlyOnce("java.lang.IllegalStateException: secret of the filter");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void logsFailureOfTheErrorDispatchInItsTrace(CapturedOutput output) {
		var answer = service.get("/v1/search?filter-sends=503");
		assertThat(output.getOut().lines().filter((line) -> line.contains(answer.error().path("id").asString())))
			.singleElement()
			.asString()
			.contains("trace=" + answer.header("X-Trace-Id"));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void logsAnnouncedFailureInOneLine(CapturedOutput output) {
		String id = service.get("/v1/anime/503").error().path("id").asString();
		assertThat(output.getOut().lines().filter((line) -> line.contains(id))).singleElement()
			.asString()
			.contains("status=503", "cause=\"java.io.IOException: connect to 10.0.0.7 refused\"");
		assertThat(output.getOut()).doesNotContain("\tat ");
	}

}

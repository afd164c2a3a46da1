package io.mokuroku.web;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second version of a route beside the first.
 */
class VersionsTests {

	private static final RunningService service = RunningService.shared();

	@Test
	void answersBothInTheirOwnForm() {
		assertThat(service.get("/v1/open/shows/7").json().at("/name").asString()).isEqualTo("Show 7");
		assertThat(service.get("/v2/open/shows/7").json().at("/title/main").asString()).isEqualTo("Show 7");
	}

	@Test
	void saysOfTheFirstWhatTookItsPlaceAndUntilWhenItWorks() {
		var answer = service.get("/v1/open/shows/a%20b");
		assertThat(answer.header("Deprecation")).isEqualTo("@1796083200");
		assertThat(answer.header("Sunset")).isEqualTo("Thu, 2 Dec 2027 00:00:00 GMT");
		assertThat(answer.header("Link")).isEqualTo("</v2/open/shows/a%20b>; rel=\"successor-version\"");
		assertThat(service.get("/v1/open/shows/none").header("Deprecation")).as("in failures, too")
			.isEqualTo("@1796083200");
	}

	@Test
	void saysNothingOfTheSecond() {
		var answer = service.get("/v2/open/shows/7");
		assertThat(answer.header("Deprecation")).isEmpty();
		assertThat(answer.header("Sunset")).isEmpty();
		assertThat(answer.header("Link")).isEmpty();
	}

	@Test
	void keepsTheHouseRulesInEveryVersion() {
		for (String version : new String[] { "v1", "v2" }) {
			assertThat(service.get("/" + version + "/open/shows/7?x=1").code()).isEqualTo("unknown_parameter");
			assertThat(service.get("/" + version + "/open/shows/none").code()).isEqualTo("not_found");
			assertThat(service.get("/" + version + "/open/shows/7").header("RateLimit")).startsWith("\"read\"");
		}
		assertThat(service.get("/v2/shows/7").status()).as("open is only what a rule opens").isEqualTo(401);
	}

	@Test
	void describesBoth() {
		JsonNode paths = service.get("/v3/api-docs").json().path("paths");
		JsonNode first = paths.at("/~1v1~1open~1shows~1{id}/get");
		assertThat(first.path("deprecated").asBoolean()).isTrue();
		assertThat(first.path("description").asString())
			.isEqualTo("Superseded by `/v2/open/shows/{id}`; works until 2027-12-02 at least.");
		assertThat(paths.at("/~1v2~1open~1shows~1{id}/get").isMissingNode()).isFalse();
		assertThat(paths.at("/~1v2~1open~1shows~1{id}/get").path("deprecated").asBoolean()).isFalse();
	}

}

package io.mokuroku.search.agentic;

import java.util.List;
import java.util.regex.Pattern;

import io.mokuroku.search.SearchApiContext;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.search.Shows.aShow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

/**
 * The route as it is where no model is asked.
 */
final class AgenticApiTests extends SearchApiContext {

	private static final String JSON_API = "application/vnd.api+json";

	private static final String MODELS = "/v1/search/agentic/models";

	private final MockMvcTester http;

	private final AnimeIndex index;

	AgenticApiTests(MockMvcTester http, AnimeIndex index) {
		this.http = http;
		this.index = index;
	}

	@BeforeAll
	static void startEngines() {
		LocalEngines.start().reset();
	}

	@Test
	void answersAnybodyByRulesAndSaysSo() {
		this.index.apply(List.of(new IndexChange.Put(aShow(990071, "Kiri no Machi"))));
		for (String accept : List.of("*/*", JSON_API, JSON_API + ", text/event-stream;q=0.5")) {
			assertThat(ask("{\"query\":\"kiri no machi\",\"limit\":1}", accept)).hasStatusOk()
				.hasContentType(JSON_API)
				.bodyJson()
				.isLenientlyEqualTo("""
						{"data":[{"type":"anime","attributes":{"title":"Kiri no Machi","year":2006},
						"meta":{"reasons":["exact_title"],"matchedTitle":"Kiri no Machi"}}],
						"meta":{"planner":{"kind":"rules"},"degraded":true,"reason":"off","rounds":0,
						"tokens":{"input":0,"output":0},"plan":[{"tool":"rules","found":1}],"dropped":0}}""");
		}
	}

	@Test
	void tellsTheSameInEvents() throws Exception {
		this.index.apply(List.of(new IndexChange.Put(aShow(990072, "Kaze no Machi"))));
		MvcTestResult answer = ask("{\"query\":\"kaze no machi\",\"limit\":1}", "text/event-stream");
		assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM);
		assertThat(answer.getResponse().getContentAsString()).startsWith("event: plan\ndata: {\"kind\":\"rules\"}\n\n")
			.contains("event: search\ndata: {\"tool\":\"rules\"", "event: result\ndata: {\"data\":[{\"type\":\"anime\"",
					"\"Kaze no Machi\"", "\"reason\":\"off\"")
			.endsWith("event: done\ndata: {}\n\n");
	}

	@Test
	void narrowsByFiltersAndShowsNoAdultAnime() {
		this.index.apply(List.of(new IndexChange.Put(aShow(990073, "Yoru no Machi")),
				new IndexChange.Put(aShow(990074, "Yoru no Machi Ura", (change) -> change.adult = true))));
		assertThat(ask("{\"query\":\"yoru no machi\",\"filters\":{\"years\":{\"from\":2007}}}", JSON_API)).bodyJson()
			.extractingPath("$.data[*].attributes.title")
			.asArray()
			.doesNotContain("Yoru no Machi");
		assertThat(
				ask("{\"query\":\"yoru no machi\",\"filters\":{\"types\":[\"TV\"],\"years\":{\"to\":2006}}}", JSON_API))
			.bodyJson()
			.extractingPath("$.data[*].attributes.title")
			.asArray()
			.contains("Yoru no Machi")
			.doesNotContain("Yoru no Machi Ura");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{}|invalid_field|/query", "{\"query\":\" \"}|invalid_field|/query",
					"{\"query\":\"a\",\"limit\":21}|invalid_field|/limit",
					"{\"query\":\"a\",\"locale\":\"x y\"}|invalid_field|/locale",
					"{\"query\":\"a\",\"includeAdult\":true}|unknown_field|/includeAdult",
					"{\"query\":\"a\",\"filters\":{\"adult\":true}}|unknown_field|/filters/adult",
					"{\"query\":\"a\",\"filters\":{\"types\":[\"BOOK\"]}}|invalid_field|/filters/types/0",
					"{\"query\":\"a\",\"filters\":{\"types\":[null]}}|invalid_field|/filters/types/0",
					"{\"query\":\"a\",\"filters\":{\"statuses\":[\"ONGOING\",null]}}|invalid_field|/filters/statuses/1",
					"{\"query\":\"a\",\"filters\":{\"seasons\":[null]}}|invalid_field|/filters/seasons/0",
					"{\"query\":\"a\",\"filters\":{\"years\":{\"from\":\"then\"}}}|invalid_field|/filters/years/from",
					"{\"query\":[\"a\"]}|invalid_field|/query" })
	void saysWhichFieldIsWrong(String body, String code, String pointer) {
		for (String accept : List.of(JSON_API, "text/event-stream")) {
			assertThat(ask(body, accept)).hasStatus(HttpStatus.BAD_REQUEST)
				.hasContentType(JSON_API)
				.bodyJson()
				.isLenientlyEqualTo(
						"{\"errors\":[{\"code\":\"%s\",\"source\":{\"pointer\":\"%s\"}}]}".formatted(code, pointer));
		}
	}

	@Test
	void takesAQuestionOf2000CharactersAndNoLongerOne() {
		assertThat(ask("{\"query\":\"%s\"}".formatted("a".repeat(2_000)), JSON_API)).hasStatusOk();
		assertThat(ask("{\"query\":\"%s\"}".formatted("a".repeat(2_001)), JSON_API)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(ask("{\"query\":", JSON_API)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(ask("{\"query\":\"a\"}", "text/html")).hasStatus(HttpStatus.NOT_ACCEPTABLE);
		assertThat(this.http.post().uri("/v1/search/agentic").contentType(MediaType.TEXT_PLAIN).content("a").exchange())
			.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@Test
	void readsALocaleOfAnyLengthToRefuseIt() {
		String locale = "de" + "-a".repeat(32_000);
		assertThat(ask("{\"query\":\"a\",\"locale\":\"%s\"}".formatted(locale), JSON_API))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(ask("{\"query\":\"a\",\"locale\":\"zh-Hant-TW-x-a\"}", JSON_API)).hasStatusOk();
	}

	@Test
	void letsOperatorsAndNobodyElseChooseModels() {
		String line = """
				{"enabled":false,"models":[{"id":"qwen.qwen3-next-80b-a3b","prompt":"v2","priceIn":0.2,"priceOut":1.2}]}""";
		assertThat(this.http.get().uri(MODELS)).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.http.get().uri(MODELS).with(scope("catalogue.read"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.get().uri(MODELS).with(scope("operations"))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"data":{"attributes":{"enabled":false,"source":"configuration","spentUsd":0,"ceilingUsd":50,
					"models":[{"id":"qwen.qwen3-32b-v1:0"},{"id":"qwen.qwen3-235b-a22b-2507-v1:0"}]}}}""");
		assertThat(choose(line)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"data":{"attributes":{"enabled":false,"source":"stored","changedBy":"user",
				"models":[{"id":"qwen.qwen3-next-80b-a3b","prompt":"v2","priceIn":0.2,"priceOut":1.2}]}}}""");
		assertThat(this.http.get().uri(MODELS).with(scope("operations"))).bodyJson()
			.extractingPath("$.data.attributes.source")
			.isEqualTo("stored");
		assertThat(this.http.delete().uri(MODELS).with(scope("operations"))).bodyJson()
			.extractingPath("$.data.attributes.source")
			.isEqualTo("configuration");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"prompt\":\"v1\"|\"prompt\":\"v77\"|/models/0/prompt",
					"\"priceIn\":1|\"priceIn\":0|/models/0/priceIn", "\"enabled\":true|\"enabled\":null|/enabled",
					"\"id\":\"a\"|\"id\":\"a b\"|/models/0/id", "{\"share\":5|{\"share\":500|/canary/share" })
	void refusesModelsThatCannotWork(String right, String wrong, String pointer) {
		String line = """
				{"enabled":true,"models":[{"id":"a","prompt":"v1","priceIn":1,"priceOut":1}],
				"canary":{"share":5,"model":{"id":"b","prompt":"v2","priceIn":1,"priceOut":1}}}""";
		assertThat(line).contains(right);
		assertThat(choose(line.replaceFirst(Pattern.quote(right), wrong))).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\":[{\"source\":{\"pointer\":\"%s\"}}]}".formatted(pointer));
	}

	private MvcTestResult choose(String body) {
		return this.http.put()
			.uri(MODELS)
			.with(scope("operations"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static JwtRequestPostProcessor scope(String scope) {
		return jwt().authorities(new SimpleGrantedAuthority("SCOPE_" + scope));
	}

	private MvcTestResult ask(String body, String accept) {
		return this.http.post()
			.uri("/v1/search/agentic")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(accept)
			.content(body)
			.exchange();
	}

}

package io.mokuroku.search.contract;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.search.RunningSearchApi;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

/**
 * Asks every route what nobody thought of. No answer is a fault of the service, and each
 * is one that the OpenAPI document promises. {@code MOKUROKU_FUZZ_REQUESTS} and
 * {@code MOKUROKU_FUZZ_SEED} in the environment say how much and which; a failure names
 * the seed and the request.
 */
final class ApiFuzzTests extends RunningSearchApi {

	private static final Logger logger = LoggerFactory.getLogger(ApiFuzzTests.class);

	private static final int REQUESTS = Integer
		.parseInt(Optional.ofNullable(System.getenv("MOKUROKU_FUZZ_REQUESTS")).orElse("500"));

	private static final long SEED = Long
		.parseLong(Optional.ofNullable(System.getenv("MOKUROKU_FUZZ_SEED")).orElse("20261127"));

	private final ApiDocument document;

	private final FuzzValues values;

	ApiFuzzTests(MockMvcTester http, AnimeStore store, AnimeIndex index) throws Exception {
		super(http);
		this.document = new ApiDocument(
				JsonMapper.shared().readTree(get("/v3/api-docs").getResponse().getContentAsString()));
		this.values = new FuzzValues(SEED, this.document);
		AnimeEntry known = Entries.aDraft("Fuzzy Show", "MYANIMELIST#1535");
		if (!get("/v1/anime/mal:1535").getResponse().containsHeader("ETag")) {
			store.add(List.of(known));
			index.apply(List.of(IndexChange.of(known, null)));
		}
	}

	@Test
	void answersAsPromisedWhateverIsAsked() {
		List<ApiDocument.Operation> operations = this.document.operations();
		Map<String, Map<Integer, Integer>> seen = new TreeMap<>();
		List<String> broken = new ArrayList<>();
		for (int i = 0; i < REQUESTS && broken.size() < 20; i++) {
			ApiDocument.Operation operation = operations.get(i % operations.size());
			URI address = address(operation);
			MvcTestResult answer = request(operation, address).exchange();
			int status = answer.getResponse().getStatus();
			seen.computeIfAbsent(operation.toString(), (_) -> new TreeMap<>()).merge(status, 1, Integer::sum);
			String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
			List<String> problems = new ArrayList<>();
			if (status >= 500) {
				problems.add("answers " + status + ": " + body);
			}
			problems.addAll(this.document.broken(operation, status,
					Optional.ofNullable(answer.getResponse().getContentType()).orElse(""), body));
			for (String problem : problems) {
				String asked = address.toString();
				broken.add("seed %d, request %d, %s %s: %s".formatted(SEED, i, operation.method(),
						asked.substring(0, Math.min(asked.length(), 300)), problem));
			}
		}
		logger.info("fuzzed {} requests with seed {}: {}", REQUESTS, SEED, seen);
		assertThat(broken).isEmpty();
		assertThat(seen).as("every route was asked").hasSameSizeAs(operations);
	}

	private MockMvcRequestBuilder request(ApiDocument.Operation operation, URI address) {
		MockMvcRequestBuilder request = this.http.method(HttpMethod.valueOf(operation.method())).uri(address);
		if (operation.readsBody() && this.values.chance(0.95)) {
			JsonNode content = operation.node().path("requestBody").path("content");
			String type = content.propertyNames().stream().findFirst().orElse("application/json");
			JsonNode schema = content.path(type).path("schema");
			request
				.contentType(
						this.values.chance(0.9) ? type : this.values.oneOf(List.of("text/plain", "application/json")))
				.content(this.values.body(schema).getBytes(StandardCharsets.UTF_8));
		}
		if (this.values.chance(0.1)) {
			request.header("Accept", this.values.oneOf(List.of("*/*", "application/json", "application/vnd.api+json",
					"text/html", "a/b;q=x", "application/*;q=0.1")));
		}
		if (this.values.chance(0.1)) {
			request.header("If-None-Match", this.values.oneOf(List.of("*", "\"a\"", "W/\"a\"", "a", "\"", ",")));
		}
		if (this.values.chance(0.05)) {
			request.header("Authorization", this.values.oneOf(List.of("Bearer", "Bearer a*b", "Basic YTpi", "x")));
		}
		else if (operation.needsToken() && !operation.passesOn() && this.values.chance(0.9)) {
			request.with(jwt().authorities(operation.scopes()
				.stream()
				.map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope))
				.toArray(SimpleGrantedAuthority[]::new)));
		}
		return request;
	}

	private URI address(ApiDocument.Operation operation) {
		String path = operation.path();
		for (JsonNode variable : operation.parameters("path")) {
			String value = this.values.chance(0.5) ? this.values.oneOf(List.of("mal:1535", "1", "popular", "mal"))
					: this.values.text(variable);
			String segment = value.isEmpty() ? "-" : encoded(value).replace("%2F", "_").replace("%5C", "_");
			path = path.replace("{" + variable.path("name").asString() + "}",
					segment.matches("\\.+") ? "dots" : segment);
		}
		List<String> query = new ArrayList<>();
		for (JsonNode parameter : operation.parameters("query")) {
			boolean required = parameter.path("required").asBoolean();
			while (this.values.chance(required ? 0.9 : 0.3) && query.size() < 30) {
				query.add(encoded(name(parameter)) + "=" + encoded(this.values.text(parameter)));
				if (this.values.chance(0.9)) {
					break;
				}
			}
		}
		if (this.values.chance(0.05)) {
			query.add(encoded(this.values.nasty().toLowerCase(Locale.ROOT)) + "=1");
		}
		return URI.create(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
	}

	/** Of a family of parameters any, with one or two of its words in brackets. */
	private String name(JsonNode parameter) {
		StringBuilder name = new StringBuilder(parameter.path("name").asString());
		if (parameter.path("style").asString("").equals("deepObject")) {
			List<String> words = new ArrayList<>(parameter.at("/schema/properties").propertyNames());
			words.addAll(List.of("eq", "ne", "in", "notIn", "gt", "gte", "lt", "lte", this.values.nasty()));
			for (int brackets = this.values.below(4); brackets > 0; brackets--) {
				name.append('[').append(this.values.oneOf(words)).append(']');
			}
		}
		return name.toString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}

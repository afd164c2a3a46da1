package io.mokuroku.search.contract;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mokuroku.search.RunningSearchApi;
import io.mokuroku.testing.OpenApiFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

/**
 * What the OpenAPI document says, and that every route fails as it says.
 */
final class ApiContractTests extends RunningSearchApi {

	private final ApiDocument document;

	ApiContractTests(MockMvcTester http) throws Exception {
		super(http);
		this.document = new ApiDocument(
				JsonMapper.shared().readTree(get("/v3/api-docs").getResponse().getContentAsString()));
	}

	@Test
	void isWhatLiesInTheRepository() {
		OpenApiFile.check("search-api", this.document.root());
	}

	@Test
	void needsNoScopeThatTheGuideDoesNotName() throws IOException {
		String guide = Files.readString(Path.of("..", "docs", "api.md"));
		assertThat(this.document.operations()).flatExtracting(ApiDocument.Operation::scopes)
			.isNotEmpty()
			.allSatisfy((scope) -> assertThat(guide).contains("`" + scope + "`"));
	}

	@Test
	void isWellFormed() {
		assertThat(this.document.root().path("openapi").asString()).startsWith("3.1.");
		Set<String> ids = new HashSet<>();
		for (ApiDocument.Operation operation : this.document.operations()) {
			assertThat(ids.add(operation.node().path("operationId").asString())).as("one id each: " + operation)
				.isTrue();
			Set<String> variables = new HashSet<>();
			Stream.of(operation.path().split("[{}]"))
				.filter((part) -> operation.path().contains("{" + part + "}"))
				.forEach(variables::add);
			assertThat(operation.parameters("path")).extracting((parameter) -> parameter.path("name").asString())
				.containsExactlyInAnyOrderElementsOf(variables);
			assertThat(operation.node().path("summary").asString("")).as("summary of " + operation).isNotBlank();
			assertThat(operation.node().path("responses"))
				.allSatisfy((response) -> assertThat(this.document.resolved(response).path("description").asString(""))
					.isNotBlank());
		}
		references(this.document.root()).forEach(
				(reference) -> assertThat(this.document.root().at(reference.substring(1)).isMissingNode()).as(reference)
					.isFalse());
	}

	@Test
	void hasSchemasOfTheDialectThatOpenApiNames() {
		var dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
		this.document.root()
			.at("/components/schemas")
			.properties()
			.forEach((schema) -> assertThat(dialect.validate(schema.getValue())).as(schema.getKey()).isEmpty());
	}

	@Test
	void showsAnExampleOfEveryAnswer() {
		for (ApiDocument.Operation operation : this.document.operations()) {
			operation.node().path("responses").properties().forEach((response) -> {
				if (response.getKey().startsWith("2")) {
					response.getValue().path("content").properties().forEach((content) -> {
						String what = operation + " " + response.getKey() + " " + content.getKey();
						assertThat(content.getKey().equals("application/gzip") || content.getValue().has("example"))
							.as(what)
							.isTrue();
					});
				}
			});
		}
	}

	@Test
	void showsExamplesThatTheirSchemasAllow() {
		assertThat(this.document.examples()).hasSizeGreaterThan(60)
			.allSatisfy((example) -> assertThat(this.document.broken(example)).as(example.where()).isEmpty());
	}

	@Test
	void refusesWhatEveryRouteRefuses() {
		assertThat(this.document.operations()).hasSizeGreaterThan(8);
		for (ApiDocument.Operation operation : this.document.operations()) {
			RequestPostProcessor token = token(operation);
			if (!operation.passesOn()) {
				fails(operation, 400, "unknown_parameter", token, (request) -> request.queryParam("no-such", "x"));
			}
			fails(operation, 401, "invalid_token", null, (request) -> request.header("Authorization", "Bearer a*b"));
			if (operation.answersWithBody()) {
				fails(operation, 406, "not_acceptable", token, (request) -> request.accept("image/png"));
			}
			if (operation.parameters("query")
				.stream()
				.anyMatch((parameter) -> parameter.path("name").asString().equals("includeAdult"))) {
				fails(operation, 403, "insufficient_scope", jwt(),
						(request) -> request.queryParam("includeAdult", "true"));
			}
			if (operation.needsToken()) {
				fails(operation, 401, "unauthenticated", null, (request) -> request);
			}
			if (!operation.scopes().isEmpty()) {
				fails(operation, 403, "insufficient_scope", jwt(), (request) -> request);
			}
			if (operation.readsBody()) {
				fails(operation, 415, "unsupported_media_type", token,
						(request) -> request.contentType("application/xml").content("<a/>"));
				fails(operation, 413, "body_too_large", token,
						(request) -> request.contentType("application/json").content(new byte[1_048_577]));
				fails(operation, 400, "malformed_json", token,
						(request) -> request.contentType("application/json").content("{\"a\":"));
			}
		}
	}

	@Test
	void refusesOtherMethodsAndAddresses() {
		for (ApiDocument.Operation operation : this.document.operations()) {
			Set<String> methods = new HashSet<>();
			this.document.root().path("paths").path(operation.path()).propertyNames().forEach(methods::add);
			for (HttpMethod method : List.of(HttpMethod.DELETE, HttpMethod.PATCH, HttpMethod.POST, HttpMethod.PUT)) {
				if (methods.contains(method.name().toLowerCase(Locale.ROOT))) {
					continue;
				}
				MvcTestResult answer = this.http.method(method)
					.uri(address(operation))
					.with(token(operation))
					.exchange();
				isFailure(operation + " by " + method, answer, 405, "method_not_allowed");
				assertThat(answer).containsHeader("Allow");
			}
			if (!operation.passesOn()) {
				isFailure(operation + " and on",
						this.http.get()
							.uri(URI.create(address(operation) + "/no/such/thing"))
							.with(token(operation))
							.exchange(),
						404, "not_found");
			}
		}
	}

	private void fails(ApiDocument.Operation operation, int status, String code, @Nullable RequestPostProcessor token,
			UnaryOperator<MockMvcRequestBuilder> change) {
		MockMvcRequestBuilder request = this.http.method(HttpMethod.valueOf(operation.method()))
			.uri(address(operation));
		if (operation.readsBody()) {
			request.contentType("application/json").content("{}");
		}
		MvcTestResult answer = change.apply((token != null) ? request.with(token) : request).exchange();
		isFailure(operation.toString(), answer, status, code);
		if (status == 401 || status == 403) {
			assertThat(answer.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer ");
		}
		assertThat(this.document.broken(operation, status, JSON_API, body(answer))).as(operation + " " + status)
			.isEmpty();
	}

	private void isFailure(String what, MvcTestResult answer, int status, String code) {
		assertThat(answer.getResponse().getStatus()).as(what + ": " + body(answer)).isEqualTo(status);
		assertThat(answer).hasContentType(JSON_API);
		JsonNode schema = JsonMapper.shared().readTree("{\"$ref\":\"#/components/schemas/ErrorDocument\"}");
		assertThat(this.document.broken(schema, body(answer))).as(what).isEmpty();
		JsonNode error = JsonMapper.shared().readTree(body(answer)).at("/errors/0");
		assertThat(error.path("code").asString()).as(what).isEqualTo(code);
		assertThat(error.path("status").asString()).as(what).isEqualTo(Integer.toString(status));
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static RequestPostProcessor token(ApiDocument.Operation operation) {
		return jwt().authorities(operation.scopes()
			.stream()
			.map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope))
			.toArray(SimpleGrantedAuthority[]::new));
	}

	private static URI address(ApiDocument.Operation operation) {
		String path = operation.path();
		for (JsonNode variable : operation.parameters("path")) {
			boolean uuid = variable.at("/schema/format").asString("").equals("uuid");
			path = path.replace("{" + variable.path("name").asString() + "}", uuid ? new UUID(0, 1).toString() : "x");
		}
		return URI.create(path);
	}

	private static List<String> references(JsonNode node) {
		Stream<String> own = node.path("$ref").isString() ? Stream.of(node.path("$ref").asString()) : Stream.empty();
		return Stream.concat(own, node.valueStream().flatMap((child) -> references(child).stream()))
			.distinct()
			.toList();
	}

}

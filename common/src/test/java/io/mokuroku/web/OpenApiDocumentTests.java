package io.mokuroku.web;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiDocumentTests {

	private static final JsonNode document = RunningService.shared().get("/v3/api-docs").json();

	@Test
	void introducesTheService() {
		assertThat(document.path("openapi").asString()).startsWith("3.1");
		assertThat(document.at("/info/title").asString()).isEqualTo("probe-service");
		assertThat(document.at("/info/version").asString()).isEqualTo("v1");
		assertThat(document.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
		assertThat(document.path("servers")).hasSize(1);
		assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
	}

	@Test
	void describesApiRoutesOnly() {
		assertThat(document.path("paths").propertyNames()).isNotEmpty().allMatch((path) -> path.matches("/v[12]/.+"));
	}

	@Test
	void saysOfEveryOperationHowItFails() {
		for (JsonNode path : document.path("paths")) {
			for (JsonNode operation : path) {
				assertThat(operation.path("responses").propertyNames()).contains("400", "401", "406", "429", "500",
						"503");
			}
		}
		JsonNode upload = document.at("/paths/~1v1~1open~1import/post/responses");
		assertThat(upload.propertyNames()).contains("413", "415").doesNotContain("403", "404");
		assertThat(document.at("/paths/~1v1~1anime~1{id}/get/responses").propertyNames()).contains("404");
		assertThat(upload.at("/400/$ref").asString()).isEqualTo("#/components/responses/Error400");
	}

	@Test
	void describesErrorsAsTheyAreSent() {
		JsonNode response = document.at("/components/responses/Error429");
		assertThat(response.at("/content/application~1vnd.api+json/schema/$ref").asString())
			.isEqualTo("#/components/schemas/ErrorDocument");
		assertThat(response.path("headers").propertyNames()).contains("Retry-After", "X-Trace-Id");
		assertThat(document.at("/components/schemas/ErrorDocument/properties/errors/items/$ref").asString())
			.isEqualTo("#/components/schemas/ErrorObject");
		assertThat(document.at("/components/schemas/ErrorObject/properties").propertyNames())
			.containsExactlyInAnyOrder("id", "status", "code", "title", "detail", "source", "meta");
		assertThat(document.at("/components/schemas/ErrorObject/required").valueStream().map(JsonNode::asString))
			.containsExactlyInAnyOrder("id", "status", "code", "title");
		assertThat(document.at("/components/schemas/ErrorSource/properties").propertyNames())
			.containsExactlyInAnyOrder("pointer", "parameter", "header");
	}

	@Test
	void saysHowToLogIn() {
		JsonNode flows = document.at("/components/securitySchemes/oauth2/flows");
		String issuer = RunningService.issuer().uri();
		assertThat(flows.at("/clientCredentials/tokenUrl").asString()).isEqualTo(issuer + "/token");
		assertThat(flows.at("/authorizationCode/authorizationUrl").asString()).isEqualTo(issuer + "/authorize");
		assertThat(flows.at("/clientCredentials/scopes").propertyNames()).containsExactlyInAnyOrder("catalogue.read",
				"catalogue.sync", "reviews.read");
		assertThat(flows.at("/authorizationCode/scopes").propertyNames()).as("no OpenID Connect without it")
			.contains("openid", "catalogue.sync");
		assertThat(document.at("/components/securitySchemes/bearer/bearerFormat").asString()).isEqualTo("JWT");
	}

	@Test
	void saysWhatEachOperationNeeds() {
		assertThat(document.at("/paths/~1v1~1search/get/security")).isEmpty();
		assertThat(document.at("/paths/~1v1~1syncs/post/security/0/oauth2/0").asString()).isEqualTo("catalogue.sync");
		assertThat(document.at("/paths/~1v1~1syncs/post/responses").propertyNames()).contains("403");
	}

	@Test
	void letsSwaggerUiLogIn() {
		RunningService service = RunningService.shared();
		assertThat(service.get("/swagger-ui.html").header("Location")).endsWith("/swagger-ui/index.html");
		assertThat(service.get("/swagger-ui/index.html").header("Content-Security-Policy")).contains("style-src")
			.contains("connect-src 'self' http: https:");
		assertThat(service.get("/v3/api-docs/swagger-config").body()).contains("\"persistAuthorization\":true");
		assertThat(service.get("/swagger-ui/swagger-initializer.js").body()).contains("initOAuth");
	}

}

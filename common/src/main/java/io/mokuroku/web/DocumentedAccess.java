package io.mokuroku.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.http.HttpMethod;

/**
 * Says of every operation what a token needs, straight from the rules that decide.
 */
final class DocumentedAccess implements GlobalOpenApiCustomizer {

	private static final String OAUTH = "oauth2";

	private static final String BEARER = "bearer";

	private final List<RouteRules.Rule> rules;

	private final WebSettings settings;

	private final String issuer;

	DocumentedAccess(List<RouteRules.Rule> rules, WebSettings settings, String issuer) {
		this.rules = List.copyOf(rules);
		this.settings = settings;
		this.issuer = issuer.replaceAll("/+$", "");
	}

	@Override
	public void customise(OpenAPI document) {
		Components components = (document.getComponents() != null) ? document.getComponents() : new Components();
		document.setComponents(components);
		components.addSecuritySchemes(BEARER,
				new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
		Optional<SecurityScheme> login = login();
		login.ifPresent((scheme) -> components.addSecuritySchemes(OAUTH, scheme));
		if (document.getPaths() == null) {
			return;
		}
		document.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> operation
					.setSecurity(requirements(operation, path, HttpMethod.valueOf(method.name()), login.isPresent()))));
	}

	private List<SecurityRequirement> requirements(Operation operation, String path, HttpMethod method, boolean login) {
		return this.rules.stream()
			.filter((rule) -> rule.covers(method, path))
			.findFirst()
			.map((rule) -> (rule.read() && this.settings.anonymousReads()) ? open(operation, login)
					: either(login, List.of(rule.scope())))
			.orElseGet(() -> either(login, List.of()));
	}

	/**
	 * An open route never answers 403, unless it says itself that something it can be
	 * asked for needs a scope; with a token that is not valid it does answer 401.
	 */
	private static List<SecurityRequirement> open(Operation operation, boolean login) {
		List<String> own = (operation.getSecurity() != null) ? operation.getSecurity()
			.stream()
			.flatMap((requirement) -> requirement.values().stream())
			.flatMap(List::stream)
			.distinct()
			.toList() : List.of();
		if (own.isEmpty()) {
			operation.getResponses().remove("403");
			return List.of();
		}
		SecurityRequirement none = new SecurityRequirement();
		return Stream.concat(Stream.of(none), either(login, own).stream()).toList();
	}

	private static List<SecurityRequirement> either(boolean login, List<String> scopes) {
		SecurityRequirement bearer = new SecurityRequirement().addList(BEARER, scopes);
		return login ? List.of(new SecurityRequirement().addList(OAUTH, scopes), bearer) : List.of(bearer);
	}

	private Optional<SecurityScheme> login() {
		WebSettings.OpenApi openapi = this.settings.openapi();
		String authorize = address(openapi.authorizationUrl(), "/authorize");
		String token = address(openapi.tokenUrl(), "/token");
		if (authorize.isEmpty() || token.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
			.flows(new OAuthFlows().clientCredentials(new OAuthFlow().tokenUrl(token).scopes(scopes()))
				.authorizationCode(new OAuthFlow().authorizationUrl(authorize)
					.tokenUrl(token)
					.scopes(scopes().addString("openid", "to sign in")))));
	}

	private String address(@Nullable URI configured, String conventional) {
		if (configured != null) {
			return configured.toString();
		}
		return this.issuer.isEmpty() ? "" : this.issuer + conventional;
	}

	private Scopes scopes() {
		Scopes scopes = new Scopes();
		this.rules.stream()
			.map(RouteRules.Rule::scope)
			.distinct()
			.sorted()
			.forEach((name) -> scopes.addString(this.settings.scopePrefix() + name, ""));
		return scopes;
	}

}

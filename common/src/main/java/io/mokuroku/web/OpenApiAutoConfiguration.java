package io.mokuroku.web;

import java.util.List;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * What the OpenAPI documents of all services have in common: who they are, how to log in,
 * how they fail.
 */
@AutoConfiguration(after = ApiErrorsAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class OpenApiAutoConfiguration {

	static {
		SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
	}

	/**
	 * The server is the address that the document came from, so that the document is
	 * right behind any proxy.
	 */
	@Bean
	@ConditionalOnMissingBean
	OpenAPI openApi(WebSettings settings, @Value("${spring.application.name:Mokuroku}") String application) {
		WebSettings.OpenApi openapi = settings.openapi();
		return new OpenAPI().servers(List.of(new Server().url("/")))
			.info(new Info().title((openapi.title() != null) ? openapi.title() : application)
				.description(openapi.description())
				.version(openapi.version())
				.license(new License().name("Apache-2.0").identifier("Apache-2.0")));
	}

	@Bean
	@Order(1)
	GlobalOpenApiCustomizer errorsInEveryOperation() {
		return new DocumentedErrors();
	}

	/**
	 * After the errors, because an open route does not answer 403.
	 */
	@Bean
	@Order(2)
	GlobalOpenApiCustomizer accessOfEveryOperation(ObjectProvider<RouteRules> routes, WebSettings settings,
			@Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
		return new DocumentedAccess(routes.orderedStream().flatMap((each) -> each.rules().stream()).toList(), settings,
				issuer);
	}

	@Bean
	@Order(3)
	GlobalOpenApiCustomizer nullsInEverySchema() {
		return new DocumentedNulls();
	}

	@Bean
	@Order(4)
	GlobalOpenApiCustomizer examplesOfEveryOperation() {
		return new DocumentedExamples();
	}

}

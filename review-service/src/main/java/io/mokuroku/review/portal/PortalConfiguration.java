package io.mokuroku.review.portal;

import java.time.InstantSource;

import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.loop.WorkerPages;
import io.mokuroku.review.template.PageTemplates;
import io.mokuroku.review.template.SamplePages;
import io.mokuroku.review.workforce.Admission;
import io.mokuroku.web.FailurePages;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
class PortalConfiguration {

	@Bean
	Pages pages(PageTemplates templates) {
		return new Pages(templates);
	}

	@Bean
	FailurePages portalFailures(PageTemplates templates) {
		return new PortalFailures(templates);
	}

	@Bean
	WorkerPages workerPages(ReviewDesk desk, InstantSource clock) {
		return new PortalWorkerPages(desk, clock);
	}

	@Bean
	SamplePages portalSamples() {
		return new PortalSamples();
	}

	@Bean
	@Order(1)
	SecurityFilterChain portalSecurity(HttpSecurity http, Admission admission, Pages pages, PortalSettings settings,
			@Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer,
			@Value("${mokuroku.web.scope-prefix:}") String scopePrefix) throws Exception {
		PortalClient client = new PortalClient(() -> registration(issuer, settings));
		return new PortalSecurity(client, admission, pages, scopePrefix).chain(http);
	}

	private static ClientRegistration registration(String issuer, PortalSettings settings) {
		if (issuer.isBlank()) {
			throw new IllegalStateException("No issuer is configured");
		}
		@Nullable String secret = settings.clientSecret();
		return ClientRegistrations.fromIssuerLocation(issuer)
			.registrationId(PortalClient.ID)
			.clientId(settings.clientId())
			.clientSecret(secret)
			.clientAuthenticationMethod(StringUtils.hasText(secret) ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
					: ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.scope(settings.scopes())
			.build();
	}

}

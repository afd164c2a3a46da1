package io.mokuroku.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.DispatcherType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Makes a service an OAuth 2 resource server without sessions. Its filter chain is the
 * last one and takes what no other chain took, so a service may put a chain of its own,
 * with a security matcher, before it.
 */
@AutoConfiguration(after = ApiErrorsAutoConfiguration.class, beforeName = {
		"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
public final class ApiSecurityAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ApiSecurityAutoConfiguration.class);

	private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SecurityFilterChain apiSecurity(HttpSecurity http, ObjectProvider<RouteRules> routes,
			ObjectProvider<JwtDecoder> decoder, ObjectProvider<InstantSource> clock, WebSettings settings,
			BearerFailures failures, RequestLimits limits) {
		JwtAuthenticationConverter authentication = new JwtAuthenticationConverter();
		authentication.setJwtGrantedAuthoritiesConverter(new TokenScopes(settings.scopePrefix()));
		JwtDecoder guarded = new IssuerGuard(decoder.getIfAvailable(ApiSecurityAutoConfiguration::noIssuer),
				clock.getIfAvailable(InstantSource::system));
		List<RouteRules> rules = routes.orderedStream().toList();
		return http.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers((headers) -> headers.addHeaderWriter(new ContentPolicy())
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.authorizeHttpRequests((requests) -> authorize(requests, rules, settings.anonymousReads()))
			.oauth2ResourceServer(
					(server) -> server.jwt((jwt) -> jwt.decoder(guarded).jwtAuthenticationConverter(authentication))
						.authenticationEntryPoint(failures)
						.accessDeniedHandler(failures)
						.withObjectPostProcessor(failingWith(failures)))
			.addFilterAfter(limits, BearerTokenAuthenticationFilter.class)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(failures).accessDeniedHandler(failures))
			.build();
	}

	/**
	 * One span per request is enough; the filters of Spring Security would add ten.
	 */
	@Bean
	@ConditionalOnMissingBean
	SecurityObservationSettings securityIsNotTraced() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	BearerFailures bearerFailures(ErrorWriter errors, RequestLimits limits,
			ObjectProvider<RequestMappingInfoHandlerMapping> routes) {
		return new BearerFailures(errors, limits, new KnownAddresses(() -> routes.orderedStream().toList()));
	}

	@Bean
	@ConditionalOnMissingBean
	JwtTimestampValidator tokensExpire() {
		JwtTimestampValidator validator = new JwtTimestampValidator(CLOCK_SKEW);
		validator.setAllowEmptyExpiryClaim(false);
		return validator;
	}

	/**
	 * Access tokens say {@code at+jwt} (RFC 9068) or, from most issuers, {@code JWT}.
	 */
	@Bean
	@ConditionalOnMissingBean
	JwtTypeValidator tokenTypes() {
		JwtTypeValidator validator = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
		validator.setAllowEmpty(true);
		return validator;
	}

	@Bean
	@ConditionalOnMissingBean(JwtDecoder.class)
	@ConditionalOnProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri")
	JwtDecoder tokensOfTheIssuer(OAuth2ResourceServerProperties properties,
			ObjectProvider<OAuth2TokenValidator<Jwt>> validators) {
		OAuth2ResourceServerProperties.Jwt settings = properties.getJwt();
		String issuer = Objects.requireNonNull(settings.getIssuerUri());
		List<OAuth2TokenValidator<Jwt>> rules = new ArrayList<>(List.of(new JwtIssuerValidator(issuer)));
		List<String> audiences = settings.getAudiences();
		if (!audiences.isEmpty()) {
			rules.add(new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
					(claim) -> claim != null && !Collections.disjoint(claim, audiences)));
		}
		validators.orderedStream().forEach(rules::add);
		return new IssuerKeys(issuer, settings.getJwkSetUri())
			.decoder(JwtValidators.createDefaultWithValidators(rules));
	}

	private static void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
			List<RouteRules> rules, boolean anonymousReads) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
		requests.requestMatchers("/actuator/health", "/actuator/health/**", "/actuator/info").permitAll();
		requests.requestMatchers("/actuator", "/actuator/**").hasAuthority(TokenScopes.authority("operations"));
		requests.requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml").permitAll();
		requests.requestMatchers("/swagger-ui.html", "/swagger-ui/**").permitAll();
		for (RouteRules.Rule rule : rules.stream().flatMap((each) -> each.rules().stream()).toList()) {
			var matched = requests.requestMatchers(rule.matcher());
			if (rule.read() && anonymousReads) {
				matched.permitAll();
			}
			else {
				matched.hasAuthority(TokenScopes.authority(rule.scope()));
			}
		}
		requests.anyRequest().authenticated();
	}

	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failingWith(BearerFailures failures) {
		return new ObjectPostProcessor<>() {

			@Override
			public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
				filter.setAuthenticationFailureHandler(failures);
				return filter;
			}

		};
	}

	private static JwtDecoder noIssuer() {
		logger.warn("no issuer configured, every token is refused "
				+ "property=spring.security.oauth2.resourceserver.jwt.issuer-uri");
		return (_) -> {
			throw new JwtException("no issuer configured");
		};
	}

}

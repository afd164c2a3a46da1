package io.mokuroku.review.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.review.workforce.Admission;
import io.mokuroku.review.workforce.ReviewerGate;
import io.mokuroku.review.workforce.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may use the portal: reviewers whose issuer granted the portal the scopes of
 * reviewers, as long as they are reviewers.
 */
final class PortalSecurity {

	private static final Logger logger = LoggerFactory.getLogger(PortalSecurity.class);

	private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
			+ "img-src 'self' data: https: http://127.0.0.1:*; form-action 'self'; frame-ancestors 'none'; "
			+ "base-uri 'none'";

	private static final String SIGN_IN_PREFIX = "/oauth2/authorization/";

	private static final String SIGN_IN = SIGN_IN_PREFIX + PortalClient.ID;

	private static final String SCOPE = "SCOPE_";

	private final ClientRegistrationRepository client;

	private final Admission admission;

	private final Pages pages;

	private final String scopePrefix;

	PortalSecurity(ClientRegistrationRepository client, Admission admission, Pages pages, String scopePrefix) {
		this.client = client;
		this.admission = admission;
		this.pages = pages;
		this.scopePrefix = scopePrefix;
	}

	SecurityFilterChain chain(HttpSecurity http) throws Exception {
		return http.securityMatcher("/portal", "/portal/**", "/oauth2/**", "/login/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/portal/files/**", "/portal/signed-out")
				.permitAll()
				.requestMatchers(HttpMethod.POST, "/portal/tasks/**")
				.access(reviewersWith("reviews.decide", Role.REVIEWER))
				.requestMatchers("/portal/lead", "/portal/lead/**")
				.access(reviewersWith(Admission.MANAGE, Role.LEAD))
				.requestMatchers("/portal", "/portal/**")
				.access(reviewersWith("reviews.read", Role.REVIEWER))
				.anyRequest()
				.denyAll())
			.oauth2Login((login) -> login.clientRegistrationRepository(this.client)
				.authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
				.loginPage(SIGN_IN)
				.defaultSuccessUrl("/portal")
				.failureHandler(this::signInFailed)
				.userInfoEndpoint((user) -> user.userAuthoritiesMapper(this::withoutPrefix))
				.withObjectPostProcessor(failingWith(this::signInFailed)))
			.logout((logout) -> logout.logoutUrl("/portal/sign-out").logoutSuccessUrl("/portal/signed-out"))
			.exceptionHandling(
					(handling) -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN))
						.accessDeniedHandler(this::refused))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	private AuthorizationManager<RequestAuthorizationContext> reviewersWith(String scope, Role least) {
		return (caller, _) -> new AuthorizationDecision(may(scope, least, caller.get()));
	}

	private boolean may(String scope, Role least, @Nullable Authentication caller) {
		List<String> scopes = (caller != null && caller.isAuthenticated()) ? ReviewerGate.scopes(caller) : List.of();
		return scopes.contains(scope) && this.admission.findRole(Objects.requireNonNull(caller).getName(), scopes)
			.filter((role) -> role.compareTo(least) >= 0)
			.isPresent();
	}

	private Collection<? extends GrantedAuthority> withoutPrefix(Collection<? extends GrantedAuthority> granted) {
		List<GrantedAuthority> authorities = new ArrayList<>(granted);
		for (GrantedAuthority authority : granted) {
			String name = String.valueOf(authority.getAuthority());
			if (!this.scopePrefix.isEmpty() && name.startsWith(SCOPE + this.scopePrefix)) {
				authorities.add(
						new SimpleGrantedAuthority(SCOPE + name.substring(SCOPE.length() + this.scopePrefix.length())));
			}
		}
		return authorities;
	}

	private void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		this.pages.write(response, HttpStatus.FORBIDDEN, "message",
				Map.of("heading", "Not allowed", "text",
						"You may not do this, or the page you came from is too old. Nothing was changed.", "action",
						Map.of("href", "/portal", "text", "To the queue")),
				request);
	}

	private void signInFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		logger.warn("sign-in failed failure={}", failure.toString());
		String path = request.getRequestURI();
		if (path.startsWith(SIGN_IN_PREFIX) && !path.equals(SIGN_IN)) {
			this.pages.write(
					response, HttpStatus.NOT_FOUND, "message", Map.of("heading", "Not found", "text",
							"There is no such way to sign in.", "action", Map.of("href", "/portal", "text", "Sign in")),
					request);
			return;
		}
		boolean unreachable = failure.getCause() != null;
		this.pages.write(response, unreachable ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNAUTHORIZED, "message",
				Map.of("heading", "Signing in did not work", "text",
						unreachable ? "The place where you sign in does not answer. Please try again in a moment."
								: "You were not signed in.",
						"action", Map.of("href", "/portal", "text", "Try again")),
				request);
	}

	private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failingWith(
			AuthenticationFailureHandler handler) {
		return new ObjectPostProcessor<>() {

			@Override
			public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
				filter.setAuthenticationFailureHandler(handler);
				return filter;
			}

		};
	}

}

package io.mokuroku.web;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Refuses requests as RFC 6750 asks, with an error document as body.
 */
final class BearerFailures implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

	private final ErrorWriter errors;

	private final RequestLimits limits;

	private final KnownAddresses addresses;

	BearerFailures(ErrorWriter errors, RequestLimits limits, KnownAddresses addresses) {
		this.errors = errors;
		this.limits = limits;
		this.addresses = addresses;
	}

	/**
	 * A token was refused before anybody counted the request, so it is counted here for
	 * the address it came from.
	 */
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		if (this.limits.admit(request, response)) {
			commence(request, response, failure);
		}
	}

	/**
	 * Who mistypes an address is not told to fetch a token, which would not help. Routes
	 * are no secret: the OpenAPI document names them.
	 */
	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (failure instanceof AuthenticationServiceException) {
			this.errors.write(request, response, ApiProblem.retryable(ErrorCode.ISSUER_UNAVAILABLE, IssuerGuard.PAUSE,
					"the issuer of access tokens does not answer", failure));
		}
		else if (failure instanceof OAuth2AuthenticationException oauth) {
			refuse(request, response, oauth);
		}
		else if (!this.addresses.knows(request)) {
			this.errors.write(request, response,
					ErrorAnswer.of(ErrorCode.NOT_FOUND, "there is nothing at this address"), null);
		}
		else {
			write(request, response, ErrorCode.UNAUTHENTICATED, "send an access token in the header Authorization",
					"Bearer realm=\"mokuroku\"");
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
			throws IOException {
		List<String> scopes = missingScopes(failure);
		if (scopes.isEmpty()) {
			write(request, response, ErrorCode.FORBIDDEN, null, "Bearer realm=\"mokuroku\"");
			return;
		}
		String needed = String.join(" ", scopes);
		write(request, response, ErrorCode.INSUFFICIENT_SCOPE, "needs scope " + needed,
				"Bearer realm=\"mokuroku\", error=\"insufficient_scope\", scope=\"" + needed + "\"");
	}

	/**
	 * A header that breaks the syntax of RFC 6750, or two tokens at once, is the only
	 * {@code invalid_request}; everything else is the token's fault.
	 */
	private void refuse(HttpServletRequest request, HttpServletResponse response, OAuth2AuthenticationException failure)
			throws IOException {
		String error = "invalid_request".equals(failure.getError().getErrorCode()) ? "invalid_request"
				: "invalid_token";
		String detail = detail(failure);
		write(request, response, ErrorCode.INVALID_TOKEN, detail,
				"Bearer realm=\"mokuroku\", error=\"" + error + "\", error_description=\"" + detail + "\"");
	}

	/**
	 * Names the claim that does not hold; of a token whose signature does not hold
	 * nothing is said, as nothing in it is known to be true.
	 */
	private static String detail(OAuth2AuthenticationException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof JwtValidationException invalid) {
				return invalid.getErrors()
					.stream()
					.map(OAuth2Error::getDescription)
					.map(String::valueOf)
					.map((text) -> text.replaceAll("[^ !#-\\[\\]-~]", " "))
					.distinct()
					.collect(Collectors.joining("; "));
			}
		}
		return "the token is malformed, or its signature cannot be verified";
	}

	private static List<String> missingScopes(AccessDeniedException failure) {
		if (failure instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision) {
			return decision.getAuthorities().stream().map(TokenScopes::scope).toList();
		}
		return List.of();
	}

	private void write(HttpServletRequest request, HttpServletResponse response, ErrorCode code,
			@Nullable String detail, String challenge) throws IOException {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
		this.errors.write(request, response, ErrorAnswer.of(code, detail, headers), null);
	}

}

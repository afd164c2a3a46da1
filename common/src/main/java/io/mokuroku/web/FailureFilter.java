package io.mokuroku.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Catches what other filters throw, so that the container never has to explain it.
 */
final class FailureFilter extends OncePerRequestFilter {

	private final ErrorWriter errors;

	FailureFilter(ErrorWriter errors) {
		this.errors = errors;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (Exception failure) {
			Throwable root = (failure instanceof ServletException wrapper && wrapper.getRootCause() != null)
					? wrapper.getRootCause() : failure;
			if (DisconnectedClientHelper.isClientDisconnectedException(root) || response.isCommitted()) {
				throw failure;
			}
			ServerHttpObservationFilter.findObservationContext(request).ifPresent((context) -> context.setError(root));
			this.errors.write(request, response, root);
		}
	}

}

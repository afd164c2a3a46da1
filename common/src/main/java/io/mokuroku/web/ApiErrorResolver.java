package io.mokuroku.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers whatever Spring MVC and the routes throw. A service's own
 * {@code @ExceptionHandler} methods come first; refusals of Spring Security go on to its
 * filters.
 */
final class ApiErrorResolver implements HandlerExceptionResolver {

	private final ErrorWriter errors;

	ApiErrorResolver(ErrorWriter errors) {
		this.errors = errors;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception failure) {
		if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
			return null;
		}
		if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			return null;
		}
		try {
			ServerHttpObservationFilter.findObservationContext(request)
				.ifPresent((context) -> context.setError(failure));
			this.errors.write(request, response, failure);
		}
		catch (IOException _) {
			return null;
		}
		return new ModelAndView();
	}

}

package io.mokuroku.web;

import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the route does not declare, because a mistyped filter
 * that is silently ignored gives a wrong answer that looks right.
 */
final class UnknownParameters implements HandlerInterceptor {

	private static final int MOST_REPORTED = 10;

	private static final int LONGEST_NAME = 100;

	private final Map<Method, DeclaredParameters> declared = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method) || request.getParameterMap().isEmpty()) {
			return true;
		}
		DeclaredParameters known = this.declared.computeIfAbsent(method.getMethod(),
				(_) -> DeclaredParameters.of(method));
		if (known.any()) {
			return true;
		}
		List<ApiProblem.Issue> unknown = request.getParameterMap()
			.keySet()
			.stream()
			.filter((name) -> !known.has(name))
			.filter((name) -> !isForm(request) || inQuery(request, name))
			.limit(MOST_REPORTED)
			.map((name) -> issue(name, known))
			.toList();
		if (!unknown.isEmpty()) {
			throw ApiProblem.of(400, unknown);
		}
		return true;
	}

	/**
	 * A form's fields count as parameters, but whether a route reads forms is not asked
	 * here.
	 */
	private static boolean isForm(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith("application/x-www-form-urlencoded");
	}

	private static boolean inQuery(HttpServletRequest request, String name) {
		String query = request.getQueryString();
		return query != null && Arrays.stream(query.split("&"))
			.anyMatch((pair) -> name.equals(URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8)));
	}

	private static ApiProblem.Issue issue(String name, DeclaredParameters known) {
		String shown = (name.length() > LONGEST_NAME) ? name.substring(0, LONGEST_NAME) : name;
		String detail = known.names().isEmpty() ? "this route takes no parameters"
				: "known are " + String.join(", ", known.names());
		return ApiProblem.Issue.of(ErrorCode.UNKNOWN_PARAMETER, ErrorSource.parameter(shown), detail);
	}

}

package io.mokuroku.web;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.swagger.v3.oas.models.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Says of {@link Superseded} routes, in each answer and in the OpenAPI document, what
 * took their place and until when they work.
 */
final class SupersededRoutes implements HandlerInterceptor, GlobalOperationCustomizer {

	private final Map<Method, Notice> notices = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Superseded.class)) {
			Notice notice = this.notices.computeIfAbsent(method.getMethod(), (_) -> Notice.of(method));
			response.setHeader("Deprecation", notice.deprecation());
			response.setHeader("Sunset", notice.sunset());
			response.addHeader("Link", "<" + successor(notice.by(), request) + ">; rel=\"successor-version\"");
		}
		return true;
	}

	@Override
	public @Nullable Operation customize(Operation operation, HandlerMethod method) {
		if (!method.hasMethodAnnotation(Superseded.class)) {
			return operation;
		}
		Superseded superseded = Objects.requireNonNull(method.getMethodAnnotation(Superseded.class));
		String text = "Superseded by `%s`; works until %s at least.".formatted(superseded.by(), superseded.sunset());
		operation.setDescription((operation.getDescription() != null) ? operation.getDescription() + " " + text : text);
		operation.setDeprecated(true);
		return operation;
	}

	@SuppressWarnings("unchecked")
	private static String successor(String template, HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		Map<String, String> known = (variables != null) ? (Map<String, String>) variables : Map.of();
		return UriComponentsBuilder.fromPath(template).encode().buildAndExpand(known).toUriString();
	}

	/**
	 * What is said of one route.
	 */
	private record Notice(String deprecation, String sunset, String by) {

		static Notice of(HandlerMethod method) {
			Superseded superseded = Objects.requireNonNull(method.getMethodAnnotation(Superseded.class));
			LocalDate since = LocalDate.parse(superseded.since());
			LocalDate sunset = LocalDate.parse(superseded.sunset());
			if (sunset.isBefore(since.plusYears(1))) {
				throw new IllegalArgumentException("a superseded route works for a year: " + method);
			}
			return new Notice("@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
					DateTimeFormatter.RFC_1123_DATE_TIME.format(sunset.atStartOfDay(ZoneOffset.UTC)), superseded.by());
		}

	}

}

package io.mokuroku.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.mokuroku.telemetry.TelemetryAutoConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Answers failed requests. The one place that logs server faults, together with the id
 * that the client sees.
 */
final class ErrorWriter {

	private static final Logger logger = LoggerFactory.getLogger(ErrorWriter.class);

	private static final String POLICY = "Content-Security-Policy";

	private final ErrorTranslator translator;

	private final Supplier<@Nullable FailurePages> pages;

	ErrorWriter(ErrorTranslator translator, Supplier<@Nullable FailurePages> pages) {
		this.translator = translator;
		this.pages = pages;
	}

	void write(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
		write(request, response, this.translator.translate(failure), failure);
	}

	void write(HttpServletRequest request, HttpServletResponse response, ErrorAnswer answer,
			@Nullable Throwable failure) throws IOException {
		String id = UUID.randomUUID().toString();
		if (answer.isServerFault()) {
			logInTrace(response, () -> log(id, request, answer, failure));
		}
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(answer.status());
		answer.headers().forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		FailurePages forPeople = this.pages.get();
		String page = (forPeople != null) ? forPeople.page(path(request), answer.status(), id) : null;
		byte[] body = (page != null) ? page.getBytes(StandardCharsets.UTF_8)
				: new ErrorDocument(errors(id, answer, response.getHeader(TelemetryAutoConfiguration.TRACE_ID)))
					.toJson();
		response.setContentType((page != null) ? "text/html;charset=UTF-8" : ErrorDocument.MEDIA_TYPE);
		if (page != null && !response.containsHeader(POLICY)) {
			response.setHeader(POLICY, "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
					+ "form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
		}
		response.setContentLength(body.length);
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.getOutputStream().write(body);
		response.flushBuffer();
	}

	/**
	 * One error object per issue, each with an id of its own.
	 * @param id id of the first
	 */
	static List<ErrorObject> errors(String id, ErrorAnswer answer, @Nullable String trace) {
		String status = Integer.toString(answer.status());
		List<ErrorObject> errors = new ArrayList<>();
		for (ApiProblem.Issue issue : answer.issues()) {
			Map<String, Object> meta = new HashMap<>(issue.meta());
			if (trace != null) {
				meta.put("trace", trace);
			}
			errors.add(new ErrorObject(errors.isEmpty() ? id : UUID.randomUUID().toString(), status, issue.code(),
					issue.title(), issue.detail(), issue.source(), meta));
		}
		return errors;
	}

	/**
	 * The container's error dispatch runs after the request's span has ended; its line
	 * belongs to the trace all the same.
	 */
	private static void logInTrace(HttpServletResponse response, Runnable log) {
		String trace = response.getHeader(TelemetryAutoConfiguration.TRACE_ID);
		if (trace == null || MDC.get("traceId") != null) {
			log.run();
			return;
		}
		try (MDC.MDCCloseable _ = MDC.putCloseable("traceId", trace)) {
			log.run();
		}
	}

	/**
	 * Failures that the service announced itself are told in one line; what nobody
	 * expected comes with its stack.
	 */
	private static void log(String id, HttpServletRequest request, ErrorAnswer answer, @Nullable Throwable failure) {
		if (failure instanceof ApiProblem problem) {
			logger.warn("request failed error_id={} status={} method={} path={} detail=\"{}\" cause=\"{}\"", id,
					answer.status(), request.getMethod(), path(request), problem.getMessage(),
					String.valueOf(problem.getCause()));
		}
		else {
			logger.error("request failed error_id={} status={} method={} path={}", id, answer.status(),
					request.getMethod(), path(request), failure);
		}
	}

	/**
	 * The encoded path has no line breaks, so it cannot forge a log line.
	 */
	private static String path(HttpServletRequest request) {
		Object original = request.getAttribute("jakarta.servlet.error.request_uri");
		return (original != null) ? original.toString() : request.getRequestURI();
	}

}

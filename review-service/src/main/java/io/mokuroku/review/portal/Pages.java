package io.mokuroku.review.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.mokuroku.review.template.PageTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Answers with pages. Every page can carry forms, so each knows the token that proves a
 * form came from it.
 */
final class Pages {

	static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final PageTemplates templates;

	Pages(PageTemplates templates) {
		this.templates = templates;
	}

	ResponseEntity<String> ok(String page, Map<String, Object> model, HttpServletRequest request) {
		return page(HttpStatus.OK, page, model, request);
	}

	ResponseEntity<String> page(HttpStatus status, String page, Map<String, Object> model, HttpServletRequest request) {
		return html(status, this.templates.render(page, complete(model, request)));
	}

	/**
	 * Answers with the page of a task, as pages looked when it was asked.
	 * @param began when the task was asked
	 */
	ResponseEntity<String> task(HttpStatus status, Map<String, Object> model, Instant began,
			HttpServletRequest request) {
		return html(status, this.templates.render("task", complete(model, request), began));
	}

	private static ResponseEntity<String> html(HttpStatus status, String page) {
		return ResponseEntity.status(status).contentType(HTML).cacheControl(CacheControl.noStore()).body(page);
	}

	/** Answers where no controller is reached. */
	void write(HttpServletResponse response, HttpStatus status, String page, Map<String, Object> model,
			HttpServletRequest request) throws IOException {
		byte[] body = this.templates.render(page, complete(model, request)).getBytes(StandardCharsets.UTF_8);
		response.setStatus(status.value());
		response.setContentType(HTML.toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private static Map<String, Object> complete(Map<String, Object> model, HttpServletRequest request) {
		Map<String, Object> complete = new HashMap<>(model);
		if (request.getUserPrincipal() != null) {
			complete.put("reviewer", request.getUserPrincipal().getName());
		}
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			complete.put("csrf", token.getToken());
		}
		return complete;
	}

}

package io.mokuroku.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;

/**
 * Allows nothing to be loaded from an answer of the API, and to Swagger UI only what it
 * is made of. It must reach the issuer's token endpoint wherever that is.
 */
final class ContentPolicy implements HeaderWriter {

	private static final String NAME = "Content-Security-Policy";

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (response.containsHeader(NAME)) {
			return;
		}
		response.setHeader(NAME,
				request.getRequestURI().startsWith("/swagger-ui/")
						? "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
								+ "connect-src 'self' http: https:; frame-ancestors 'none'"
						: "default-src 'none'; frame-ancestors 'none'");
	}

}

package io.mokuroku.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request costs. Each class has a quota of its own, so that whoever has asked too
 * much of the dear still gets the cheap.
 */
public enum LimitClass {

	/**
	 * Looks something up by its id, or reads a page: what GET is unless said otherwise.
	 */
	READ,
	/** Searches. */
	SEARCH,
	/** Lets a model think. */
	AGENTIC,
	/** Hands out a lot at once. */
	EXPORT,
	/** Changes or starts something: what other methods are unless said otherwise. */
	WRITE;

	/** As it stands in headers, keys and metrics. */
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	static LimitClass usual(HttpServletRequest request) {
		return switch (request.getMethod()) {
			case "GET", "HEAD", "OPTIONS" -> READ;
			default -> WRITE;
		};
	}

}

package io.mokuroku.web;

import org.jspecify.annotations.Nullable;

/**
 * Tells people, in a page of their own, that a request failed. A service that serves
 * pages publishes one bean of this type; without it every failure is a JSON:API document.
 */
public interface FailurePages {

	/**
	 * The page for a failed request.
	 * @param path the encoded path that was asked for
	 * @param status the HTTP status, 400 to 599
	 * @param id the id under which a server fault is logged
	 * @return HTML, or null where the path belongs to programs
	 */
	@Nullable String page(String path, int status, String id);

}

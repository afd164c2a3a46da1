package io.mokuroku.sync.release;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a web server said before the body.
 *
 * @param uri what was asked
 * @param statusCode the HTTP status
 * @param headers its headers, one of each name
 */
record Heard(URI uri, int statusCode, HttpHeaders headers) {

	static Heard of(URI uri, int statusCode, Map<String, String> headers) {
		Map<String, List<String>> each = new LinkedHashMap<>();
		headers.forEach((name, value) -> each.put(name, List.of(value)));
		return new Heard(uri, statusCode, HttpHeaders.of(each, (name, value) -> true));
	}

}

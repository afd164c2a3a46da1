package io.mokuroku.upstream.wire;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, decompressed; shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, HttpHeaders headers, byte[] body) {

	private static final int START = 512;

	/** The first value of a header. */
	public Optional<String> header(String name) {
		return this.headers.firstValue(name).map(String::strip).filter((value) -> !value.isEmpty());
	}

	/** The media type without its parameters in lower case, empty if none is told. */
	public String mediaType() {
		return header("Content-Type").map((type) -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).orElse("");
	}

	/** How the body begins, without leading space; at most 512 bytes are looked at. */
	public String start() {
		return new String(this.body, 0, Math.min(this.body.length, START), StandardCharsets.UTF_8).stripLeading();
	}

	/** Whether this is a page for people, whatever its header says. */
	public boolean isPage() {
		String start = start().toLowerCase(Locale.ROOT);
		return mediaType().equals("text/html") || start.startsWith("<!doctype html") || start.startsWith("<html");
	}

}

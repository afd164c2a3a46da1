package io.mokuroku.upstream.wire;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is sent to a provider.
 *
 * @param address where to
 * @param headers by name; they may hold secrets and are sent to no other host
 * @param body a JSON text to POST; null asks with GET
 */
public record Call(URI address, Map<String, String> headers, @Nullable String body) {

	public Call {
		headers = Map.copyOf(headers);
	}

	/** Names the address alone: headers may hold secrets. */
	@Override
	public String toString() {
		return ((this.body != null) ? "POST " : "GET ") + this.address;
	}

}

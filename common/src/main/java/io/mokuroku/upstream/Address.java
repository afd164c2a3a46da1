package io.mokuroku.upstream;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.mokuroku.upstream.wire.Call;

/**
 * Where a provider is.
 *
 * @param baseUrl the address all paths are appended to
 * @param headers what goes along with every request, secrets included
 */
record Address(URI baseUrl, Map<String, String> headers) {

	Address {
		headers = Map.copyOf(headers);
	}

	Call call(UpstreamRequest request, String accept, Map<String, String> conditions) {
		Map<String, String> all = new HashMap<>(this.headers);
		all.put("Accept", accept);
		all.putAll(conditions);
		String base = this.baseUrl.toString().replaceAll("/+$", "");
		return new Call(URI.create(base + request.target()), all, request.body());
	}

	/** Names the address alone: headers may hold secrets. */
	@Override
	public String toString() {
		return this.baseUrl.toString();
	}

}

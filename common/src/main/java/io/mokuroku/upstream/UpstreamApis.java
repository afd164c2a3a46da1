package io.mokuroku.upstream;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireLimits;

/**
 * Opens the APIs of providers with everything that lies between a client and the wire.
 */
public final class UpstreamApis {

	private final Wire wire;

	private final String userAgent;

	private final InstantSource clock;

	/**
	 * APIs that share a wire.
	 * @param wire the way to all providers
	 * @param userAgent how we introduce ourselves
	 * @param clock tells how old answers are
	 */
	public UpstreamApis(Wire wire, String userAgent, InstantSource clock) {
		this.wire = wire;
		this.userAgent = userAgent;
		this.clock = clock;
	}

	/** APIs without limits and without memory, for tests of clients. */
	public static UpstreamApis direct(InstantSource clock) {
		Duration patience = Duration.ofSeconds(5);
		return new UpstreamApis(new Wire(new WireLimits(patience, patience, patience, 16 << 20)), "Mokuroku-Tests",
				clock);
	}

	/**
	 * Opens an API.
	 * @param name the provider's name in configuration, logs and metrics
	 * @param baseUrl the address all paths are appended to
	 * @param dialect how it says yes, no and not now
	 * @param headers what goes along with every request, secrets included
	 */
	public UpstreamApi open(String name, URI baseUrl, Dialect dialect, Map<String, String> headers) {
		Map<String, String> all = new HashMap<>(headers);
		all.putIfAbsent("User-Agent", this.userAgent);
		return new UpstreamApi(name, this.wire, baseUrl, dialect, all, this.clock);
	}

}

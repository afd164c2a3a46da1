package io.mokuroku.upstream;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * What is counted of one provider: {@code mokuroku.upstream.calls} with the time each
 * outcome took, and {@code mokuroku.upstream.answers} with where answers came from.
 */
final class Meters {

	private final MeterRegistry registry;

	private final String provider;

	Meters(MeterRegistry registry, String provider) {
		this.registry = registry;
		this.provider = provider;
	}

	/** A call, or one that was not made. */
	void call(String outcome, Duration time) {
		this.registry.timer("mokuroku.upstream.calls", "provider", this.provider, "outcome", outcome).record(time);
	}

	/**
	 * An answer to a caller: {@code fetched}, {@code kept}, {@code revalidating} or
	 * {@code instead}.
	 */
	void answer(String origin) {
		this.registry.counter("mokuroku.upstream.answers", "provider", this.provider, "origin", origin).increment();
	}

}

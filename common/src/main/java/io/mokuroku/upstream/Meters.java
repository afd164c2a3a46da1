package io.mokuroku.upstream;

import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.upstream.budget.Budget;

/**
 * What is counted of one provider: {@code mokuroku.upstream.calls} with the time each
 * outcome took, {@code mokuroku.upstream.answers} with where answers came from, and
 * {@value #LEFT} with the part of the budget that is left.
 */
final class Meters {

	static final String LEFT = "mokuroku.upstream.budget.left";

	private final MeterRegistry registry;

	private final String provider;

	Meters(MeterRegistry registry, String provider) {
		this.registry = registry;
		this.provider = provider;
	}

	/** Watches a budget; of several for one provider, the first. */
	void watch(Budget budget) {
		if (this.registry.find(LEFT).tag("provider", this.provider).gauge() == null) {
			Gauge.builder(LEFT, budget, Budget::left).tag("provider", this.provider).register(this.registry);
		}
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

package io.mokuroku.search.agentic;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.search.agentic.choice.Model;
import io.mokuroku.search.agentic.model.Reply;
import io.mokuroku.search.agentic.spend.MonthlySpend;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of agentic search; {@code docs/agentic-search.md} lists it.
 */
final class AgenticMeters {

	private static final double NANOS = 1e9;

	private final MeterRegistry registry;

	AgenticMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	/** A reply and what it cost. */
	void replied(Model model, Reply reply) {
		this.registry.counter("mokuroku.agentic.tokens", "direction", "input", "model", model.id())
			.increment((double) reply.tokensIn());
		this.registry.counter("mokuroku.agentic.tokens", "direction", "output", "model", model.id())
			.increment((double) reply.tokensOut());
	}

	/** What was spent on a model, in billionths of a US dollar. */
	void spent(Model model, long nanos) {
		this.registry.counter("mokuroku.agentic.cost", "model", model.id()).increment(nanos / NANOS);
	}

	/**
	 * A call of a model.
	 * @param outcome {@code replied} or the kind of trouble
	 */
	void called(Model model, String outcome, Duration time) {
		this.registry.timer("mokuroku.agentic.calls", "model", model.id(), "outcome", outcome).record(time);
	}

	/** An answer to a client. */
	void answered(AnswerMeta.Planner planner, @Nullable Degradation reason, int rounds, Duration time) {
		String outcome = (reason != null) ? reason.code() : Boolean.TRUE.equals(planner.cached()) ? "cached" : "model";
		this.registry.timer("mokuroku.agentic.duration", "outcome", outcome).record(time);
		if (rounds > 0) {
			this.registry.summary("mokuroku.agentic.rounds").record(rounds);
		}
	}

	/** Anime that a model named and no search had found. */
	void dropped(Model model, int count) {
		this.registry.counter("mokuroku.agentic.dropped", "model", model.id()).increment(count);
	}

	/**
	 * Shows whether a model is left alone: 1 if it is, 0.5 while it is tried, 0 if not.
	 */
	void watch(Model model, CircuitBreaker breaker) {
		Gauge.builder("mokuroku.agentic.breaker", breaker, (each) -> switch (each.getState()) {
			case OPEN, FORCED_OPEN -> 1;
			case HALF_OPEN -> 0.5;
			case CLOSED, DISABLED, METRICS_ONLY -> 0;
		}).tag("model", model.id()).register(this.registry);
	}

	/** Shows what was spent this month and what may be. */
	void watch(MonthlySpend spend) {
		Gauge.builder("mokuroku.agentic.spent", spend, (each) -> each.spentUsd().doubleValue()).register(this.registry);
		Gauge.builder("mokuroku.agentic.ceiling", spend, (each) -> each.ceilingUsd().doubleValue())
			.register(this.registry);
	}

}

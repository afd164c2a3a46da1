package io.mokuroku.upstream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.budget.Budget;
import io.mokuroku.upstream.budget.NoTurn;
import io.mokuroku.upstream.wire.Call;
import io.mokuroku.upstream.wire.Reply;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call to a provider that is well and may be asked: breaker, budget, wire and dialect
 * in this order. Whatever comes of it is counted once. Only a provider that is not well
 * opens the breaker, not one that refuses or wants to be left alone.
 */
final class Exchange {

	private static final Logger logger = LoggerFactory.getLogger(Exchange.class);

	/** An open breaker is asked about again after this. */
	private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

	private final String name;

	private final Wire wire;

	private final Dialect dialect;

	private final Budget budget;

	private final CircuitBreaker breaker;

	private final Meters meters;

	private final InstantSource clock;

	private final ObservationRegistry observations;

	Exchange(String name, Wire wire, Dialect dialect, Budget budget, SiteRules rules, Meters meters,
			InstantSource clock, ObservationRegistry observations) {
		this.name = name;
		this.wire = wire;
		this.dialect = dialect;
		this.budget = budget;
		this.meters = meters;
		this.clock = clock;
		this.observations = observations;
		this.breaker = CircuitBreaker.of(name,
				CircuitBreakerConfig.custom()
					.slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
					.slidingWindowSize(rules.failures())
					.minimumNumberOfCalls(rules.failures())
					.failureRateThreshold(100)
					.waitDurationInOpenState(rules.rest())
					.permittedNumberOfCallsInHalfOpenState(1)
					.clock(clock.withZone(ZoneOffset.UTC))
					.build());
		this.breaker.getEventPublisher()
			.onStateTransition((event) -> logger.warn("event=upstream-breaker source={} change={}", name,
					event.getStateTransition()));
	}

	/**
	 * Asks once.
	 * @param route the path with names instead of ids, for traces
	 * @throws RetryableFailure if it may be answered later
	 * @throws PermanentFailure if it never will
	 */
	<T> Heard<T> ask(String route, Call call, AnswerForm<T> form) {
		if (!this.breaker.tryAcquirePermission()) {
			this.meters.call("breaker_open", Duration.ZERO);
			throw new RetryableFailure(this.name + " is left alone after failures", null, ASK_AGAIN);
		}
		Instant start = this.clock.instant();
		Outcome outcome = Outcome.FAILED;
		String word = "error";
		try (Budget.Ticket _ = this.budget.take()) {
			Heard<T> heard = judged(exchanged(route, call), form);
			outcome = Outcome.WELL;
			word = word(heard);
			return heard;
		}
		catch (NoTurn ex) {
			outcome = Outcome.NOT_ASKED;
			word = ex.paused() ? "paused" : "no_budget";
			throw new RetryableFailure(this.name + " " + ex.getMessage(), ex, ex.comeBackAfter());
		}
		catch (WireFailure ex) {
			word = ex.trouble().word();
			throw new RetryableFailure(this.name + " " + word + ": " + ex.getMessage(), ex);
		}
		catch (Unwell ex) {
			word = ex.word;
			outcome = ex.outcome;
			throw ex.failure;
		}
		finally {
			settle(outcome);
			this.meters.call(word, Duration.between(start, this.clock.instant()));
		}
	}

	/** The part of a call that is on the wire, as a span. */
	private Reply exchanged(String route, Call call) throws WireFailure {
		Observation observation = Observation.createNotStarted("mokuroku.upstream.exchange", this.observations)
			.contextualName(this.name + " " + route)
			.lowCardinalityKeyValue("provider", this.name)
			.lowCardinalityKeyValue("route", route);
		observation.start();
		String status = "none";
		try (Observation.Scope _ = observation.openScope()) {
			Reply reply = this.wire.exchange(call);
			status = Integer.toString(reply.status());
			return reply;
		}
		catch (WireFailure ex) {
			observation.error(ex);
			throw ex;
		}
		finally {
			observation.lowCardinalityKeyValue("status", status).stop();
		}
	}

	private <T> Heard<T> judged(Reply reply, AnswerForm<T> form) throws Unwell {
		if (reply.status() == 304) {
			return new Heard.Unchanged<>();
		}
		Instant now = this.clock.instant();
		return switch (this.dialect.judge(reply, now)) {
			case Verdict.Good _ -> {
				Pauses.exhausted(reply, now).ifPresent(this.budget::pause);
				yield new Heard.Found<>(reply, read(reply.body(), form));
			}
			case Verdict.Missing _ -> new Heard.Missing<>();
			case Verdict.TooFast fast -> {
				pause(fast.reason(), fast.pause());
				throw new Unwell("too_fast", Outcome.NOT_ASKED, later(fast.reason(), fast.pause()));
			}
			case Verdict.Unavailable unwell -> {
				if (unwell.pause() != null) {
					pause(unwell.reason(), unwell.pause());
				}
				throw new Unwell("unavailable", Outcome.FAILED, later(unwell.reason(), unwell.pause()));
			}
			case Verdict.Refused refused -> throw new Unwell("refused", Outcome.WELL,
					new PermanentFailure(refused.code(), this.name + " " + refused.reason()));
		};
	}

	private <T> T read(byte[] body, AnswerForm<T> form) throws Unwell {
		try {
			return form.reader().read(body);
		}
		catch (IOException ex) {
			throw new Unwell("unreadable", Outcome.FAILED, new PermanentFailure("upstream_unreadable",
					this.name + " answered with something else than " + form.name(), ex));
		}
	}

	private RetryableFailure later(String reason, @Nullable Duration pause) {
		return new RetryableFailure(this.name + " " + reason, null, pause);
	}

	private void pause(String reason, Duration time) {
		logger.warn("event=upstream-paused source={} seconds={} reason=\"{}\"", this.name, time.toSeconds(), reason);
		this.budget.pause(time);
	}

	private void settle(Outcome outcome) {
		switch (outcome) {
			case WELL -> this.breaker.onSuccess(0, TimeUnit.MILLISECONDS);
			case FAILED -> this.breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("not well"));
			case NOT_ASKED -> this.breaker.releasePermission();
		}
	}

	private static String word(Heard<?> heard) {
		return switch (heard) {
			case Heard.Found<?> _ -> "answered";
			case Heard.Missing<?> _ -> "missing";
			case Heard.Unchanged<?> _ -> "unchanged";
		};
	}

	/** What a call says about the provider's health. */
	private enum Outcome {

		WELL, FAILED, NOT_ASKED

	}

	/** Carries a failure to where it is counted. */
	private static final class Unwell extends Exception {

		private final String word;

		private final Outcome outcome;

		private final RuntimeException failure;

		Unwell(String word, Outcome outcome, RuntimeException failure) {
			super(failure);
			this.word = word;
			this.outcome = outcome;
			this.failure = failure;
		}

	}

}

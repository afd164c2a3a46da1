package io.mokuroku.search.agentic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.search.agentic.choice.Model;
import io.mokuroku.search.agentic.model.Converse;
import io.mokuroku.search.agentic.model.ModelTrouble;
import io.mokuroku.search.agentic.model.Reply;
import io.mokuroku.search.agentic.spend.MonthlySpend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call of a model that is well and that there is money for: breaker, spend and wire
 * in this order. There is no second try; whoever asks has other models.
 */
final class CallModel {

	private static final Logger logger = LoggerFactory.getLogger(CallModel.class);

	/** A token is seldom shorter, in any script. */
	private static final int BYTES_PER_TOKEN = 2;

	private final Converse models;

	private final MonthlySpend spend;

	private final AgenticSettings settings;

	private final AgenticMeters meters;

	private final ObservationRegistry observations;

	private final InstantSource clock;

	private final JsonMapper json;

	private final ConcurrentMap<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

	CallModel(Converse models, MonthlySpend spend, AgenticSettings settings, AgenticMeters meters,
			ObservationRegistry observations, InstantSource clock, JsonMapper json) {
		this.models = models;
		this.spend = spend;
		this.settings = settings;
		this.meters = meters;
		this.observations = observations;
		this.clock = clock;
		this.json = json;
	}

	/**
	 * Calls a model.
	 * @throws Unanswered if there is no reply
	 */
	Reply call(Model model, Converse.Request request, Duration atMost, Converse.Listener listener) throws Unanswered {
		CircuitBreaker breaker = breaker(model);
		if (!breaker.tryAcquirePermission()) {
			throw new Unanswered(Degradation.RESTING);
		}
		boolean settled = false;
		try {
			MonthlySpend.Taken taken = this.spend.take(atMost(model, request))
				.orElseThrow(() -> new Unanswered(Degradation.CEILING));
			Paid paid = new Paid(model, taken);
			try {
				Reply reply = observed(model, request, atMost, listener);
				paid.by(reply);
				settled = true;
				breaker.onSuccess(0, TimeUnit.MILLISECONDS);
				return reply;
			}
			catch (ModelTrouble ex) {
				if (ex.unpaid()) {
					paid.nothing();
				}
				if (ex.kind() != ModelTrouble.Kind.THROTTLED) {
					settled = true;
					breaker.onError(0, TimeUnit.MILLISECONDS, ex);
				}
				throw new Unanswered(reason(ex.kind()));
			}
			finally {
				paid.settle();
			}
		}
		finally {
			if (!settled) {
				breaker.releasePermission();
			}
		}
	}

	private Reply observed(Model model, Converse.Request request, Duration atMost, Converse.Listener listener)
			throws ModelTrouble {
		Instant start = this.clock.instant();
		Observation observation = Observation.createNotStarted("mokuroku.agentic.call", this.observations)
			.contextualName("ask " + model.id())
			.lowCardinalityKeyValue("model", model.id())
			.lowCardinalityKeyValue("prompt", model.prompt());
		observation.start();
		String outcome = "gone";
		try (Observation.Scope _ = observation.openScope()) {
			Reply reply = this.models.ask(request, atMost, listener);
			outcome = "replied";
			this.meters.replied(model, reply);
			return reply;
		}
		catch (ModelTrouble ex) {
			outcome = ex.kind().name().toLowerCase(Locale.ROOT);
			observation.error(ex);
			logger.warn("agentic model={} trouble={} detail=\"{}\"", model.id(), outcome, ex.getMessage());
			throw ex;
		}
		finally {
			observation.lowCardinalityKeyValue("outcome", outcome).stop();
			this.meters.called(model, outcome, Duration.between(start, this.clock.instant()));
		}
	}

	/** What a call may cost at most. */
	private long atMost(Model model, Converse.Request request) {
		long bytes = this.json.writeValueAsString(request).getBytes(StandardCharsets.UTF_8).length;
		return model.nanos(bytes / BYTES_PER_TOKEN, request.maxTokens());
	}

	private CircuitBreaker breaker(Model model) {
		return this.breakers.computeIfAbsent(model.id(), (id) -> {
			CircuitBreaker breaker = CircuitBreaker.of(id,
					CircuitBreakerConfig.custom()
						.slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
						.slidingWindowSize(this.settings.failures())
						.minimumNumberOfCalls(this.settings.failures())
						.failureRateThreshold(100)
						.waitDurationInOpenState(this.settings.rest())
						.permittedNumberOfCallsInHalfOpenState(1)
						.clock(this.clock.withZone(ZoneOffset.UTC))
						.build());
			breaker.getEventPublisher()
				.onStateTransition(
						(event) -> logger.warn("agentic model={} breaker={}", id, event.getStateTransition()));
			this.meters.watch(model, breaker);
			return breaker;
		});
	}

	private static Degradation reason(ModelTrouble.Kind kind) {
		return switch (kind) {
			case THROTTLED -> Degradation.THROTTLED;
			case UNAVAILABLE -> Degradation.UNAVAILABLE;
			case TIMEOUT -> Degradation.TIMEOUT;
			case REFUSED -> Degradation.REFUSED;
			case NONSENSE -> Degradation.NONSENSE;
		};
	}

	/** What a call costs: as much as was taken for it, unless something else is known. */
	private final class Paid {

		private final Model model;

		private final MonthlySpend.Taken taken;

		private long nanos;

		Paid(Model model, MonthlySpend.Taken taken) {
			this.model = model;
			this.taken = taken;
			this.nanos = taken.nanos();
		}

		void by(Reply reply) {
			if (reply.tokensIn() + reply.tokensOut() > 0) {
				this.nanos = this.model.nanos(reply.tokensIn(), reply.tokensOut());
			}
		}

		void nothing() {
			this.nanos = 0;
		}

		void settle() {
			CallModel.this.spend.settle(this.taken, this.nanos);
			CallModel.this.meters.spent(this.model, this.nanos);
		}

	}

	/** There is no reply, for a reason that clients are told. */
	static final class Unanswered extends Exception {

		private final Degradation reason;

		Unanswered(Degradation reason) {
			super(reason.code(), null, false, false);
			this.reason = reason;
		}

		Degradation reason() {
			return this.reason;
		}

	}

}

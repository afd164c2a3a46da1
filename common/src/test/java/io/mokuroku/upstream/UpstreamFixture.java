package io.mokuroku.upstream;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Waiting;
import io.mokuroku.upstream.cache.Freshness;
import io.mokuroku.upstream.cache.Pace;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireLimits;

/**
 * One instance that asks a fake provider for works.
 */
final class UpstreamFixture implements AutoCloseable {

	static final Freshness FRESHNESS = new Freshness(Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3),
			Duration.ofDays(21), Duration.ofDays(7), Duration.ofHours(1), Duration.ofDays(2));

	private static final Duration SHORT = Duration.ofSeconds(2);

	private static final AnswerForm<Work> WORK = AnswerForm.json(Work.class)
		.paced((work) -> Pace.of(work.status(), null, LocalDate.EPOCH));

	final TurningClock clock;

	final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	final ObservationRegistry observations = ObservationRegistry.create();

	private final Wire wire = new Wire(new WireLimits(SHORT, SHORT, SHORT, 64 << 10));

	private final UpstreamApi api;

	UpstreamFixture(FakeProvider provider, Dialect dialect, SharedState shared, RawResponses raw, TurningClock clock) {
		this.clock = clock;
		SiteRules rules = new SiteRules(Limits.NONE, new Waiting(Duration.ZERO, 8, Duration.ofSeconds(5), 1), FRESHNESS,
				5, Duration.ofMinutes(10));
		this.api = new UpstreamApis(this.wire, "Mokuroku-Tests", (_) -> rules, shared, raw, this.meters,
				this.observations, clock)
			.open("kitsu", provider.address(), dialect, Map.of("X-Key", "hush"));
	}

	UpstreamFixture(FakeProvider provider, Dialect dialect, SharedState shared) {
		this(provider, dialect, shared, RawResponses.none(), new TurningClock());
	}

	Optional<Answer<Work>> find(int id) {
		return this.api.find(request(id), WORK);
	}

	Optional<Answer<Work>> findNews(int id, Duration age) {
		return this.api.find(request(id).noOlderThan(age), WORK);
	}

	long calls(String outcome) {
		return this.meters.find("mokuroku.upstream.calls")
			.tag("outcome", outcome)
			.timers()
			.stream()
			.mapToLong((timer) -> timer.count())
			.sum();
	}

	long answers(String origin) {
		return (long) this.meters.find("mokuroku.upstream.answers")
			.tag("origin", origin)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	boolean mentions(String text) {
		return this.meters.getMeters().stream().map(Meter::getId).anyMatch((id) -> id.toString().contains(text));
	}

	@Override
	public void close() {
		this.wire.close();
	}

	static String work(String title, AiringStatus status) {
		return "{\"title\":\"%s\",\"status\":\"%s\"}".formatted(title, status);
	}

	private static UpstreamRequest request(int id) {
		return UpstreamRequest.get("anime", Integer.toString(id), "/anime/" + id);
	}

	/**
	 * What the provider tells.
	 *
	 * @param title its name
	 * @param status where it stands
	 */
	record Work(String title, AiringStatus status) {
	}

}

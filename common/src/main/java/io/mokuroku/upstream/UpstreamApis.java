package io.mokuroku.upstream;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.upstream.budget.Budget;
import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Naps;
import io.mokuroku.upstream.budget.Waiting;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.cache.Freshness;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireLimits;

/**
 * Opens the APIs of providers with everything that lies between a client and the wire.
 * Open each once: what it counts belongs to it.
 */
public final class UpstreamApis {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration DAY = Duration.ofDays(1);

	private final Wire wire;

	private final String userAgent;

	private final Function<String, SiteRules> rules;

	private final SharedState shared;

	private final RawResponses raw;

	private final MeterRegistry registry;

	private final ObservationRegistry observations;

	private final InstantSource clock;

	/**
	 * APIs that share a wire and a place to remember.
	 * @param wire the way to all providers
	 * @param userAgent how we introduce ourselves
	 * @param rules how a provider of a name is treated
	 * @param shared what all instances know together
	 * @param raw keeps answers as they came
	 * @param registry counts
	 * @param observations makes spans of calls
	 * @param clock tells how old answers are
	 */
	public UpstreamApis(Wire wire, String userAgent, Function<String, SiteRules> rules, SharedState shared,
			RawResponses raw, MeterRegistry registry, ObservationRegistry observations, InstantSource clock) {
		this.wire = wire;
		this.userAgent = userAgent;
		this.rules = rules;
		this.shared = shared;
		this.raw = raw;
		this.registry = registry;
		this.observations = observations;
		this.clock = clock;
	}

	/** APIs without limits and without memory, for tests of clients. */
	public static UpstreamApis direct(InstantSource clock) {
		SiteRules rules = new SiteRules(Limits.NONE, new Waiting(PATIENCE, 64, PATIENCE, 1),
				new Freshness(DAY, DAY, DAY, DAY, DAY, DAY, DAY), 5, DAY);
		return new UpstreamApis(new Wire(new WireLimits(PATIENCE, PATIENCE, PATIENCE, 16 << 20)), "Mokuroku-Tests",
				(_) -> rules, SharedState.none(), RawResponses.none(), new SimpleMeterRegistry(),
				ObservationRegistry.NOOP, clock);
	}

	/**
	 * The same for calls that give way to those of others.
	 * @param part they go only while all together have used less than this part of what a
	 * provider allows
	 * @param patience how long a call waits for that
	 */
	public UpstreamApis yielding(double part, Duration patience) {
		return new UpstreamApis(this.wire, this.userAgent, (name) -> this.rules.apply(name).yielding(part, patience),
				this.shared, this.raw, this.registry, this.observations, this.clock);
	}

	/**
	 * Opens an API.
	 * @param name the provider's name in configuration, logs, metrics and keys
	 * @param baseUrl the address all paths are appended to
	 * @param dialect how it says yes, no and not now
	 * @param headers what goes along with every request, secrets included
	 */
	public UpstreamApi open(String name, URI baseUrl, Dialect dialect, Map<String, String> headers) {
		Map<String, String> all = new HashMap<>(headers);
		all.putIfAbsent("User-Agent", this.userAgent);
		SiteRules site = this.rules.apply(name);
		Meters meters = new Meters(this.registry, name);
		Budget budget = new Budget(name, site.limits(), site.waiting(), this.shared, this.clock, Naps.REAL);
		meters.watch(budget);
		Exchange exchange = new Exchange(name, this.wire, dialect, budget, site, meters, this.clock, this.observations);
		Executor background = (task) -> Thread.ofVirtual().name("upstream-" + name).start(task);
		Memory memory = new Memory(new AnswerCache(this.shared), site.freshness(), this.raw, background);
		Fetching fetching = new Fetching(name, new Address(baseUrl, all), exchange, memory,
				new SharedFlights(this.shared, memory.cache(), Naps.REAL), this.clock);
		return new UpstreamApi(name, fetching, memory, meters, this.clock);
	}

}

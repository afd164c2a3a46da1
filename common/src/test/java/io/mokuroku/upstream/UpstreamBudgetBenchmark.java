package io.mokuroku.upstream;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Waiting;
import io.mokuroku.upstream.budget.Window;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireLimits;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * How much of the published limits is used, and how often they are broken, by one
 * instance and by three that share a Redis. Providers are strict and on loopback; time
 * runs faster by a scale, for limits and answers alike.
 */
final class UpstreamBudgetBenchmark {

	private static final int THREADS = 4;

	/** A multiple of all scaled windows that are shorter. */
	private static final Duration MEASURED = Duration.ofSeconds(30);

	private UpstreamBudgetBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		List<Scenario> scenarios = List.of(new Scenario("jikan", 10, Duration.ZERO, 300),
				new Scenario("mal", 5, Duration.ZERO, 300), new Scenario("anilist", 6, Duration.ZERO, 300),
				new Scenario("kitsu", 5, Duration.ZERO, 300), new Scenario("animeschedule", 6, Duration.ZERO, 300),
				new Scenario("anidb", 10, Duration.ofSeconds(2), 300));
		System.out.println("provider       scale instances   calls  allowed   used steady  429   failed");
		try (LocalRedis redis = LocalRedis.start()) {
			for (Scenario scenario : scenarios) {
				if (args.length > 0 && !List.of(args).contains(scenario.name())) {
					continue;
				}
				for (int instances : List.of(1, 3)) {
					run(scenario, instances, redis);
				}
			}
		}
	}

	private static void run(Scenario scenario, int instances, LocalRedis redis) throws Exception {
		Limits limits = scenario.limits();
		AtomicBoolean over = new AtomicBoolean();
		AtomicInteger ids = new AtomicInteger();
		AtomicInteger failures = new AtomicInteger();
		List<AutoCloseable> open = new ArrayList<>();
		try (StrictProvider provider = scenario.provider();
				ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int instance = 0; instance < instances; instance++) {
				UpstreamApi api = instance(scenario.name() + instances, provider, limits, redis, open);
				for (int thread = 0; thread < THREADS; thread++) {
					callers.execute(() -> callUntil(over, api, ids, failures));
				}
			}
			while (provider.accepted() == 0) {
				pause(Duration.ofMillis(1));
			}
			pause(MEASURED);
			int calls = provider.accepted();
			over.set(true);
			int whole = (calls - 1) / cycle(limits) * cycle(limits);
			double steady = 100 * whole * 1e9 / rate(limits) / provider.taken(whole + 1).toNanos();
			double allowed = rate(limits) * MEASURED.toSeconds();
			System.out.printf(Locale.ROOT, "%-14s %5d %9d %7d %8.0f %5.1f%% %5.1f%% %4d %8d%n", scenario.name(),
					scenario.scale(), instances, calls, allowed, 100 * calls / allowed, steady, provider.refused(),
					failures.get());
		}
		for (AutoCloseable closeable : open) {
			closeable.close();
		}
	}

	private static void callUntil(AtomicBoolean over, UpstreamApi api, AtomicInteger ids, AtomicInteger failures) {
		AnswerForm<byte[]> bytes = AnswerForm.bytes("application/json");
		while (!over.get()) {
			String id = Integer.toString(ids.incrementAndGet());
			try {
				api.find(UpstreamRequest.get("anime", id, "/anime/" + id), bytes);
			}
			catch (RetryableFailure | PermanentFailure ex) {
				failures.incrementAndGet();
				pause(Duration.ofMillis(50));
			}
		}
	}

	private static UpstreamApi instance(String name, StrictProvider provider, Limits limits, LocalRedis redis,
			List<AutoCloseable> open) {
		Duration patience = Duration.ofSeconds(20);
		Wire wire = new Wire(new WireLimits(patience, patience, patience, 1 << 20));
		LettuceConnectionFactory connection = redis.connect();
		open.add(wire);
		open.add(connection::destroy);
		SiteRules rules = new SiteRules(limits, new Waiting(patience, 16, Duration.ofSeconds(30), 3),
				UpstreamFixture.FRESHNESS, 5, Duration.ofMinutes(10));
		InstantSource clock = InstantSource.system();
		return new UpstreamApis(wire, "Mokuroku-Benchmark", (_) -> rules, SharedState.in(connection, clock),
				RawResponses.none(), new SimpleMeterRegistry(), ObservationRegistry.NOOP, clock)
			.open(name, provider.address(), Dialects.http(), Map.of());
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Calls in the tightest window, 1 if that is a spacing. */
	private static int cycle(Limits limits) {
		return limits.windows()
			.stream()
			.filter((window) -> window.per().compareTo(MEASURED) < 0)
			.filter((window) -> window.calls() * 1e9 / window.per().toNanos() <= rate(limits) * 1.000001)
			.mapToInt(Window::calls)
			.findFirst()
			.orElse(1);
	}

	/** Calls a second that all limits together allow for ever. */
	private static double rate(Limits limits) {
		double rate = limits.spacing().isZero() ? Double.MAX_VALUE : 1e9 / limits.spacing().toNanos();
		for (Window window : limits.windows()) {
			if (window.per().compareTo(MEASURED) < 0) {
				rate = Math.min(rate, window.calls() * 1e9 / window.per().toNanos());
			}
		}
		return rate;
	}

	/**
	 * A provider in a hurry.
	 *
	 * @param name whose published limits
	 * @param scale how much faster time runs
	 * @param spacing the least time between calls that it publishes
	 * @param latency of its answers in milliseconds
	 */
	private record Scenario(String name, int scale, Duration spacing, int latency) {

		Limits limits() {
			Limits real = Published.limits(this.name);
			return new Limits(real.windows()
				.stream()
				.map((window) -> new Window(window.calls(), window.per().dividedBy(this.scale)))
				.toList(), real.parallel(), real.spacing().dividedBy(this.scale));
		}

		StrictProvider provider() throws IOException {
			return new StrictProvider(limits(), this.spacing.dividedBy(this.scale),
					Duration.ofMillis(this.latency).dividedBy(this.scale));
		}

	}

}

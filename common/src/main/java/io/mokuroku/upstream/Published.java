package io.mokuroku.upstream;

import java.time.Duration;
import java.util.List;

import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Window;
import io.mokuroku.upstream.cache.Freshness;

/**
 * What providers publish of their limits, as of November 2026, or what we set ourselves
 * where they publish nothing.
 */
final class Published {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration DAY = Duration.ofDays(1);

	private Published() {
	}

	/** For one instance or many, as providers count addresses or keys. */
	static Limits limits(String site) {
		return switch (site) {
			// what the public services in the form of Jikan allow one address
			case "jikan" -> new Limits(List.of(new Window(3, SECOND), new Window(60, MINUTE), new Window(40_000, DAY)),
					3, Duration.ZERO);
			// nothing is published; two a second was blocked for one project
			case "mal" -> new Limits(List.of(), 1, SECOND);
			// 30 a minute although 90 are documented, and a limiter of bursts
			case "anilist" -> new Limits(List.of(new Window(30, MINUTE)), 1, Duration.ofMillis(700));
			case "animeschedule" -> new Limits(List.of(new Window(120, MINUTE)), 4, Duration.ZERO);
			// two seconds are published, four for longer runs; about 200 a day are
			// tolerated
			case "anidb" -> new Limits(List.of(new Window(150, DAY)), 1, Duration.ofSeconds(4));
			// nothing is published
			default -> new Limits(List.of(), 2, SECOND);
		};
	}

	/** AniDB wants an answer to be used for a week at least. */
	static Freshness freshness(String site) {
		Duration atLeast = site.equals("anidb") ? Duration.ofDays(7) : Duration.ZERO;
		return new Freshness(longer(Duration.ofHours(6), atLeast), longer(DAY, atLeast),
				longer(Duration.ofDays(3), atLeast), longer(Duration.ofDays(21), atLeast), Duration.ofDays(7),
				Duration.ofHours(1), Duration.ofDays(7));
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}

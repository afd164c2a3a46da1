package io.mokuroku.upstream.cache;

import java.time.Duration;

/**
 * For how long answers are used.
 *
 * @param airing how long an answer is fresh if its anime airs, or nothing tells
 * @param upcoming if it is announced
 * @param recent if it ended less than 90 days ago
 * @param old if it ended long ago
 * @param missing how long "we do not have that" is believed
 * @param whileRevalidating how long after that an answer is still given at once while a
 * newer one is fetched
 * @param ifError how long after that it is given when a newer one cannot be had
 */
public record Freshness(Duration airing, Duration upcoming, Duration recent, Duration old, Duration missing,
		Duration whileRevalidating, Duration ifError) {

	/** How long an answer is fresh. */
	public Duration of(Pace pace) {
		return switch (pace) {
			case AIRING -> this.airing;
			case UPCOMING -> this.upcoming;
			case RECENT -> this.recent;
			case OLD -> this.old;
		};
	}

	/** How long an answer is worth keeping once it is no longer fresh. */
	Duration afterwards() {
		return (this.ifError.compareTo(this.whileRevalidating) > 0) ? this.ifError : this.whileRevalidating;
	}

}

package io.mokuroku.search.agentic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When an answer is due, and how much of the time until then models may use: the rest is
 * for the rules, if it comes to that.
 *
 * @param clock tells the time
 * @param until when models must have answered
 */
record Deadline(InstantSource clock, Instant until) {

	/** A tenth of the time is enough to search by rules, and a second always is. */
	static Deadline after(Duration time, InstantSource clock) {
		Duration rules = time.dividedBy(10);
		Duration most = Duration.ofSeconds(1);
		return new Deadline(clock, clock.instant().plus(time).minus((rules.compareTo(most) < 0) ? rules : most));
	}

	/** What models may still use, zero if nothing. */
	Duration left() {
		Duration left = Duration.between(this.clock.instant(), this.until);
		return left.isNegative() ? Duration.ZERO : left;
	}

}

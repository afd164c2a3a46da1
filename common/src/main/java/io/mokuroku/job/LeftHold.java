package io.mokuroku.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether the worker that has the turn has gone. A hold is dead if it has not been
 * renewed for the length of a lease, by the clock of the one who looks, or if it ended
 * longer ago than clocks can differ. The first needs no agreement between clocks: an
 * instance whose clock is wrong by less than the tolerated skew never takes a run from
 * one that renews its hold, and the hold of one that has gone, whatever time it bears, is
 * taken a lease after it was first seen.
 */
final class LeftHold {

	private final Duration lease;

	private final Duration clockSkew;

	private Turn.@Nullable Hold seen;

	private Instant seenFirst = Instant.MIN;

	/**
	 * Nothing has been seen yet.
	 * @param lease how long a hold lasts
	 * @param clockSkew by how much two clocks may differ
	 */
	LeftHold(Duration lease, Duration clockSkew) {
		this.lease = lease;
		this.clockSkew = clockSkew;
	}

	/**
	 * Looks at the turn.
	 * @return the hold that is dead, if it is
	 */
	Optional<Turn.Hold> dead(Turn.Standing standing, Instant now) {
		Turn.Hold hold = standing.hold().orElse(null);
		if (hold == null || !hold.equals(this.seen)) {
			this.seen = hold;
			this.seenFirst = now;
		}
		return standing.hold()
			.filter((found) -> !now.isBefore(this.seenFirst.plus(this.lease))
					|| found.until().plus(this.clockSkew).isBefore(now));
	}

}

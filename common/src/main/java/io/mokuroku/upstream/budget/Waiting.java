package io.mokuroku.upstream.budget;

import java.time.Duration;

/**
 * How calls wait for their turn.
 *
 * @param patience how long a call waits before it gives up
 * @param places how many calls of an instance may wait or be under way at once
 * @param lease after which a call counts as ended although nobody said so; longer than
 * any call takes
 * @param instances how many instances share a provider when they cannot count together
 */
public record Waiting(Duration patience, int places, Duration lease, int instances) {

	/** The same with another patience. */
	public Waiting patientFor(Duration time) {
		return new Waiting(time, this.places, this.lease, this.instances);
	}

	public Waiting {
		if (patience.isNegative() || places < 1 || instances < 1 || !lease.isPositive()) {
			throw new IllegalArgumentException("Nobody can wait so");
		}
	}

}

package io.mokuroku.local.supervise;

import java.time.Duration;

/**
 * How long to wait before a process that died is started again: doubling from the first
 * delay up to the longest, and from the beginning once it was healthy long enough.
 *
 * @param first the delay after the first death
 * @param longest the delay that is never exceeded
 * @param forgiveAfter how long a process must have been healthy for its earlier deaths
 * not to count
 */
record RestartPolicy(Duration first, Duration longest, Duration forgiveAfter) {

	static final RestartPolicy DEFAULT = new RestartPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30),
			Duration.ofMinutes(1));

	/**
	 * How many deaths in a row there are with one more.
	 * @param before the deaths in a row until now
	 * @param healthyFor how long the process was healthy before it died, zero when it
	 * never was
	 */
	int deathsInARow(int before, Duration healthyFor) {
		return (healthyFor.compareTo(this.forgiveAfter) >= 0) ? 1 : before + 1;
	}

	/**
	 * The delay before the next start.
	 * @param deathsInARow 1 or more
	 */
	Duration delay(int deathsInARow) {
		int doublings = Math.clamp(deathsInARow - 1L, 0, 20);
		Duration delay = this.first.multipliedBy(1L << doublings);
		return (delay.compareTo(this.longest) > 0) ? this.longest : delay;
	}

}

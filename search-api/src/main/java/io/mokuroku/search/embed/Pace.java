package io.mokuroku.search.embed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds background work back while the service is busy with what people wait for. Safe
 * for use by many threads.
 */
public final class Pace {

	private final double busyShare;

	private final Duration busyFor;

	private volatile long busyUntil = System.nanoTime();

	Pace(double busyShare, Duration busyFor) {
		this.busyShare = busyShare;
		this.busyFor = busyFor;
	}

	/** Something happens that people wait for. */
	public void busy() {
		this.busyUntil = System.nanoTime() + this.busyFor.toNanos();
	}

	/**
	 * Rests after a piece of background work, so that it takes no more than its share.
	 * @param worked how long the piece took
	 */
	void rest(Duration worked) {
		if (this.busyUntil - System.nanoTime() > 0) {
			LockSupport.parkNanos((long) (worked.toNanos() * (1 / this.busyShare - 1)));
		}
	}

}

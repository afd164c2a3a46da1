package io.mokuroku.episodes.schedules;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/**
 * Spaces calls evenly, whoever makes them.
 */
final class CallRate {

	private final long nanosBetween;

	private final LongSupplier nanoTime;

	private final Nap nap;

	private long next;

	/**
	 * A rate.
	 * @param perSecond how many calls a second, from 1
	 * @param nanoTime a clock that never goes back, in nanoseconds
	 */
	CallRate(int perSecond, LongSupplier nanoTime, Nap nap) {
		this.nanosBetween = 1_000_000_000L / perSecond;
		this.nanoTime = nanoTime;
		this.nap = nap;
		this.next = nanoTime.getAsLong();
	}

	/**
	 * Waits for a turn.
	 * @throws CancellationException if the thread is interrupted
	 */
	void await() {
		sleep(Duration.ofNanos(reserve()));
	}

	/** Lets time pass. */
	void sleep(Duration time) {
		if (!time.isPositive()) {
			return;
		}
		try {
			this.nap.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Planning was stopped");
		}
	}

	private synchronized long reserve() {
		long now = this.nanoTime.getAsLong();
		long turn = Math.max(now, this.next);
		this.next = turn + this.nanosBetween;
		return turn - now;
	}

	/** How time passes. */
	@FunctionalInterface
	interface Nap {

		/** Waits. */
		void sleep(Duration time) throws InterruptedException;

	}

}

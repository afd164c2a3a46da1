package io.mokuroku.search.embed;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How fast vectors come. The rate is an average in which the last ten batches weigh most.
 * Safe for use by many threads.
 */
public final class EmbeddingProgress {

	private static final double NEWEST_WEIGHS = 0.2;

	private volatile double perSecond = Double.NaN;

	/**
	 * Notes a finished batch.
	 * @param vectors how many vectors it had
	 * @param took how long they took, with storing them
	 */
	void finished(int vectors, Duration took) {
		double rate = vectors / Math.max(took.toNanos() / 1e9, 1e-3);
		this.perSecond = Double.isNaN(this.perSecond) ? rate
				: NEWEST_WEIGHS * rate + (1 - NEWEST_WEIGHS) * this.perSecond;
	}

	/** There is nothing left to do. */
	void idle() {
		this.perSecond = Double.NaN;
	}

	/** Vectors per second while some are being computed. */
	public OptionalDouble rate() {
		double rate = this.perSecond;
		return Double.isNaN(rate) ? OptionalDouble.empty() : OptionalDouble.of(rate);
	}

}

package io.mokuroku.local.states;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a Retry field.
 *
 * @param errors the error names it is for
 * @param intervalSeconds the wait before the first retry
 * @param maxAttempts how many retries, 0 for none
 * @param backoffRate what each further wait is multiplied with, 1 or more
 * @param maxDelaySeconds the longest wait, if limited
 * @param jitter whether a wait is a random part of what was computed
 */
record Retrier(List<String> errors, long intervalSeconds, long maxAttempts, double backoffRate,
		@Nullable Long maxDelaySeconds, boolean jitter) {

	static final long DEFAULT_INTERVAL = 1;

	static final long DEFAULT_ATTEMPTS = 3;

	static final double DEFAULT_RATE = 2.0;

	private static final double LONGEST_SECONDS = 31_622_400;

	Retrier {
		errors = List.copyOf(errors);
	}

	/**
	 * The wait before a retry: interval × rate^retries, at most the limit, then with full
	 * jitter anything from zero to that.
	 * @param retries how many retries there were before
	 */
	Duration delay(int retries, RandomGenerator random) {
		double seconds = this.intervalSeconds * Math.pow(this.backoffRate, retries);
		double limit = (this.maxDelaySeconds != null) ? this.maxDelaySeconds : LONGEST_SECONDS;
		double capped = Math.min(seconds, limit);
		double chosen = this.jitter ? capped * random.nextDouble() : capped;
		return Duration.ofMillis(Math.round(chosen * 1_000));
	}

}

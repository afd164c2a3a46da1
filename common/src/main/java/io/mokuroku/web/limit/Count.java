package io.mokuroku.web.limit;

import java.time.Duration;

/**
 * What became of a request for one more.
 *
 * @param granted whether it may go on
 * @param remaining how many more may follow at once
 * @param pause when the next would be granted; zero if this one was
 * @param whole when the quota is whole again if nobody asks
 * @param together whether all instances counted
 */
public record Count(boolean granted, int remaining, Duration pause, Duration whole, boolean together) {

	static Count granted(long remaining, long whole, boolean together) {
		return new Count(true, Math.toIntExact(remaining), Duration.ZERO, micros(whole), together);
	}

	static Count refused(long wait, long whole, boolean together) {
		return new Count(false, 0, micros(wait), micros(whole), together);
	}

	private static Duration micros(long count) {
		return Duration.ofNanos(count * 1_000);
	}

}

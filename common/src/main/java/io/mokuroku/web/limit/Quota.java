package io.mokuroku.web.limit;

import java.time.Duration;

import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests at once, which come back evenly over a span. Written {@code 120/1m} in
 * configuration.
 *
 * @param requests 1 to 1,000,000
 * @param per the span after which a quota that was used up is whole again, 1 s to 1 day
 */
public record Quota(int requests, Duration per) {

	private static final Duration LONGEST = Duration.ofDays(1);

	public Quota {
		if (requests < 1 || requests > 1_000_000 || per.toSeconds() < 1 || per.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("not a quota: " + requests + " requests per " + per);
		}
	}

	/** From its written form. */
	public static Quota valueOf(String text) {
		String[] parts = text.strip().split("/", 2);
		if (parts.length != 2) {
			throw new IllegalArgumentException("a quota is written like 120/1m, not " + text);
		}
		return new Quota(Integer.parseInt(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
	}

	/** The time in which one request comes back, in microseconds. */
	long interval() {
		return Math.max(1, this.per.toNanos() / 1_000 / this.requests);
	}

	/** The span in microseconds, as a multiple of the interval. */
	long span() {
		return interval() * this.requests;
	}

}

package io.mokuroku.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import io.mokuroku.upstream.wire.Reply;

/**
 * For how long a reply asks to be left alone.
 */
final class Pauses {

	/** Whoever asks for more is asked again after a day. */
	private static final Duration LONGEST = Duration.ofDays(1);

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private Pauses() {
	}

	/**
	 * What a refusal asks for: {@code Retry-After} in seconds or as a date (RFC 9110,
	 * section 10.2.3), else {@code X-RateLimit-Reset} in Unix seconds.
	 */
	static Optional<Duration> asked(Reply reply, Instant now) {
		return reply.header("Retry-After").flatMap((value) -> retryAfter(value, now)).or(() -> reset(reply, now));
	}

	/** What an answer asks for by telling that it was the last before a reset. */
	static Optional<Duration> exhausted(Reply reply, Instant now) {
		return reply.header("X-RateLimit-Remaining").filter("0"::equals).flatMap((_) -> reset(reply, now));
	}

	private static Optional<Duration> retryAfter(String value, Instant now) {
		if (value.matches("\\d{1,9}")) {
			return bounded(Duration.ofSeconds(Long.parseLong(value)));
		}
		try {
			return bounded(Duration.between(now,
					ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Duration> reset(Reply reply, Instant now) {
		return reply.header("X-RateLimit-Reset")
			.filter((value) -> value.matches("\\d{1,11}"))
			.flatMap((value) -> bounded(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(value)))));
	}

	private static Optional<Duration> bounded(Duration asked) {
		if (asked.isNegative()) {
			return Optional.empty();
		}
		Duration atLeast = (asked.compareTo(SHORTEST) < 0) ? SHORTEST : asked;
		return Optional.of((atLeast.compareTo(LONGEST) > 0) ? LONGEST : atLeast);
	}

}

package io.mokuroku.sync.release;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * Reads from an answer that is none why, and until when. GitHub answers 403 or 429 once a
 * limit is used up, and tells the end of it in {@code Retry-After} or
 * {@code X-RateLimit-Reset}.
 */
final class Refusals {

	private Refusals() {
	}

	static ReleaseUnavailable of(Heard response, Instant now) {
		String host = response.uri().getHost();
		int status = response.statusCode();
		return switch (status) {
			case 403, 429 ->
				ReleaseUnavailable.until("%s refuses to answer (%d)".formatted(host, status), until(response, now));
			case 401 -> new ReleaseUnavailable(host + " does not accept our token", null);
			case 404, 410 ->
				new ReleaseUnavailable("%s has nothing at %s".formatted(host, response.uri().getPath()), null);
			default -> (status >= 500 || status == 408)
					? ReleaseUnavailable.until("%s answered %d".formatted(host, status), retryAfter(response, now))
					: new ReleaseUnavailable("%s answered %d".formatted(host, status), null);
		};
	}

	private static @Nullable Instant until(Heard response, Instant now) {
		Instant after = retryAfter(response, now);
		if (after != null) {
			return after;
		}
		boolean usedUp = response.headers().firstValue("X-RateLimit-Remaining").map("0"::equals).orElse(true);
		long reset = number(response, "X-RateLimit-Reset");
		return (usedUp && reset >= 0) ? Instant.ofEpochSecond(reset) : null;
	}

	private static @Nullable Instant retryAfter(Heard response, Instant now) {
		long seconds = number(response, "Retry-After");
		if (seconds >= 0) {
			return now.plusSeconds(seconds);
		}
		try {
			return response.headers()
				.firstValue("Retry-After")
				.map((date) -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
				.orElse(null);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** A header that is a number of up to ten digits, or -1. */
	private static long number(Heard response, String header) {
		String text = response.headers().firstValue(header).orElse("");
		return text.matches("\\d{1,10}") ? Long.parseLong(text) : -1;
	}

}

package io.mokuroku.episodes.schedules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The text of a one-time schedule, {@code at(2026-11-22T14:16:00)}, in UTC. The service
 * takes no zone inside it and no fractions of seconds.
 */
final class AtExpression {

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private AtExpression() {
	}

	static String of(Instant instant) {
		return "at(" + SECONDS.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)) + ")";
	}

	static Instant parse(String expression) {
		if (!expression.startsWith("at(") || !expression.endsWith(")")) {
			throw new IllegalStateException("Not a one-time schedule: " + expression);
		}
		return LocalDateTime.parse(expression.substring(3, expression.length() - 1)).toInstant(ZoneOffset.UTC);
	}

}

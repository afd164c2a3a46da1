package io.mokuroku.local.states;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * ISO-8601 timestamps with an offset, the only ones the language takes.
 */
final class Timestamps {

	private Timestamps() {
	}

	static Optional<Instant> find(String text) {
		try {
			return Optional.of(OffsetDateTime.parse(text).toInstant());
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}

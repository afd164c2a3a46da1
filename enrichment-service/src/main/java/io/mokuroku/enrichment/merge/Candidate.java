package io.mokuroku.enrichment.merge;

import java.time.Instant;
import java.util.Objects;

/**
 * A value that somebody proposes for a field.
 *
 * @param <T> what the field holds
 * @param value the value, never an empty one
 * @param source who proposes it, as {@link Sources} names them
 * @param at when they said so
 */
public record Candidate<T>(T value, String source, Instant at) {

	public Candidate {
		Objects.requireNonNull(value, "value");
		Objects.requireNonNull(source, "source");
		Objects.requireNonNull(at, "at");
	}

}

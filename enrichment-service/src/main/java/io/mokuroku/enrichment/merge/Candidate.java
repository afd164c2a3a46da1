package io.mokuroku.enrichment.merge;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.catalogue.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A value that somebody proposes for a field.
 *
 * @param <T> what the field holds
 * @param value the value, never an empty one
 * @param source who proposes it, as {@link Sources} names them
 * @param at when they said so
 * @param stale whether that is longer ago than it should be
 */
public record Candidate<T>(T value, String source, Instant at, boolean stale) {

	public Candidate {
		Objects.requireNonNull(value, "value");
		Objects.requireNonNull(source, "source");
		Objects.requireNonNull(at, "at");
	}

	/** A value that was proposed lately. */
	public Candidate(T value, String source, Instant at) {
		this(value, source, at, false);
	}

	/** What provenance notes if this is chosen. */
	@Nullable String note() {
		return this.stale ? Provenance.STALE : null;
	}

}

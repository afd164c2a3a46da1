package io.mokuroku.message;

import java.util.Objects;

/**
 * Asks sync-service for a snapshot of the catalogue.
 *
 * @param requestId the same id asked twice is one snapshot
 * @param cause what it is taken for
 */
public record SnapshotRequested(String requestId, Cause cause) implements QueueMessage {

	public SnapshotRequested {
		Objects.requireNonNull(requestId, "requestId");
		Objects.requireNonNull(cause, "cause");
	}

	/** What a snapshot is taken for, which decides how long it is kept. */
	public enum Cause {

		/** The schedule asked for it. */
		WEEKLY,

		/** A person asked for it. */
		ON_DEMAND

	}

}

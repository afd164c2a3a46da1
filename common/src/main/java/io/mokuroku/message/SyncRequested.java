package io.mokuroku.message;

import java.util.Objects;

/**
 * Asks sync-service to apply a dataset release.
 *
 * @param source {@code latest} for the newest release of the configured repository, or
 * the path or address of a release file
 * @param requestId the same id asked twice is one request
 */
public record SyncRequested(String source, String requestId) implements QueueMessage {

	/** The newest release of the configured repository. */
	public static final String LATEST = "latest";

	public SyncRequested {
		Objects.requireNonNull(source, "source");
		Objects.requireNonNull(requestId, "requestId");
	}

}

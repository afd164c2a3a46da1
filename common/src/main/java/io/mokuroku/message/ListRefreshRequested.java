package io.mokuroku.message;

import java.util.Objects;

/**
 * Asks search-api to compute the curated lists anew.
 *
 * @param requestId the same id asked twice is one refresh
 */
public record ListRefreshRequested(String requestId) implements QueueMessage {

	public ListRefreshRequested {
		Objects.requireNonNull(requestId, "requestId");
	}

}

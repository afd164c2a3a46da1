package io.mokuroku.message;

import java.util.Objects;

/**
 * Asks search-api to build its index anew from the catalogue, because entries may have
 * gone back to older versions, which the index would not take one by one.
 *
 * @param reason why, for people who read logs
 * @param requestId the same id asked twice is one rebuild
 */
public record IndexRebuildRequested(String reason, String requestId) implements QueueMessage {

	public IndexRebuildRequested {
		Objects.requireNonNull(reason, "reason");
		Objects.requireNonNull(requestId, "requestId");
	}

}

package io.mokuroku.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person about an entry. What is proposed lies in the store beside the entry.
 *
 * @param taskToken what the execution waits for
 * @param execution the name of the execution that asks
 * @param animeId the entry
 * @param reasons codes such as {@code CORE_CONFLICT}, at least one
 * @param confidence from 0 to 1, how sure the workflow is of its proposal
 * @param askedAt when the execution began to wait; absent if it did not say
 */
public record ReviewRequested(String taskToken, String execution, AnimeId animeId, List<String> reasons,
		double confidence, @Nullable Instant askedAt) implements QueueMessage {

	public ReviewRequested {
		Objects.requireNonNull(taskToken, "taskToken");
		Objects.requireNonNull(execution, "execution");
		Objects.requireNonNull(animeId, "animeId");
		reasons = List.copyOf(reasons);
		if (reasons.isEmpty()) {
			throw new IllegalArgumentException("A review needs a reason");
		}
	}

	/** The question of an execution that does not say since when it waits. */
	public ReviewRequested(String taskToken, String execution, AnimeId animeId, List<String> reasons,
			double confidence) {
		this(taskToken, execution, animeId, reasons, confidence, null);
	}

}

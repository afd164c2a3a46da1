package io.mokuroku.message;

import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;

/**
 * Asks a person about an entry. What is proposed lies in the store beside the entry.
 *
 * @param taskToken what the workflow waits for
 * @param execution the name of the execution that asks
 * @param animeId the entry
 * @param reasons codes such as {@code CORE_CONFLICT}, at least one
 * @param confidence from 0 to 1, how sure the workflow is of its proposal
 */
public record ReviewRequested(String taskToken, String execution, AnimeId animeId, List<String> reasons,
		double confidence) implements QueueMessage {

	public ReviewRequested {
		Objects.requireNonNull(taskToken, "taskToken");
		Objects.requireNonNull(execution, "execution");
		Objects.requireNonNull(animeId, "animeId");
		reasons = List.copyOf(reasons);
		if (reasons.isEmpty()) {
			throw new IllegalArgumentException("A review needs a reason");
		}
	}

}

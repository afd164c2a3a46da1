package io.mokuroku.message;

import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;

/**
 * One piece of work of the enrichment workflow. Sent by the state machine itself; the
 * worker answers with the token.
 *
 * @param taskToken what the state machine waits for
 * @param task the name of the work
 * @param execution the name of the execution
 * @param animeId the entry being worked on
 * @param input what the task needs: small values and references into the work area
 */
public record EnrichmentTask(String taskToken, String task, String execution, AnimeId animeId,
		Map<String, Object> input) implements QueueMessage {

	public EnrichmentTask {
		Objects.requireNonNull(taskToken, "taskToken");
		Objects.requireNonNull(task, "task");
		Objects.requireNonNull(execution, "execution");
		Objects.requireNonNull(animeId, "animeId");
		input = Map.copyOf(input);
	}

}

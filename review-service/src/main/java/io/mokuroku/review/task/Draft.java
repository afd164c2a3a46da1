package io.mokuroku.review.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a reviewer has typed about a task and not sent yet.
 *
 * @param task the task
 * @param reviewer whose draft it is
 * @param revision from 1, one more with every change
 * @param taskVersion the version of the task it was typed for
 * @param at when it was kept
 * @param fields what was typed, by the name of the control
 */
public record Draft(TaskId task, String reviewer, long revision, long taskVersion, Instant at,
		Map<String, List<String>> fields) {

	public Draft {
		Objects.requireNonNull(task, "task");
		Objects.requireNonNull(reviewer, "reviewer");
		Objects.requireNonNull(at, "at");
		fields = Map.copyOf(fields);
	}

}

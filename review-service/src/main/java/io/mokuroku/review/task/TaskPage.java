package io.mokuroku.review.task;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some tasks of one queue.
 *
 * @param tasks the tasks, the most pressing first
 * @param next where the next page begins; absent on the last
 */
public record TaskPage(List<ReviewTask> tasks, @Nullable String next) {

	public TaskPage {
		tasks = List.copyOf(tasks);
	}

}

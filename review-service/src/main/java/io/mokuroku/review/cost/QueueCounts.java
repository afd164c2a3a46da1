package io.mokuroku.review.cost;

import io.mokuroku.review.task.OpenTasks;

/**
 * How long the queue is.
 *
 * @param open what people are asked
 * @param waiting how many questions wait for budget
 */
public record QueueCounts(OpenTasks open, int waiting) {
}

package io.mokuroku.review.task;

/**
 * How many tasks are open.
 *
 * @param all open tasks
 * @param claimed those of them that somebody works on
 * @param escalated those of them that nobody decided in time before, or where no answer
 * counted
 */
public record OpenTasks(int all, int claimed, int escalated) {
}

package io.mokuroku.review.decision;

import java.time.InstantSource;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks whether executions still wait for the questions that are before people, and closes
 * the tasks of those that do not, because they were stopped, failed or waited too long.
 * One that asks again opens its task again. A sign of life is the only question that Step
 * Functions answers about a token; the state that waits needs none.
 */
final class WaitingSweep {

	private static final Logger logger = LoggerFactory.getLogger(WaitingSweep.class);

	private final ReviewTasks tasks;

	private final WorkflowCallback workflow;

	private final InstantSource clock;

	WaitingSweep(ReviewTasks tasks, WorkflowCallback workflow, InstantSource clock) {
		this.tasks = tasks;
		this.workflow = workflow;
		this.clock = clock;
	}

	/** Looks after every open task once. */
	void sweep() {
		this.tasks.forEach(TaskState.OPEN, this::lookAfter);
	}

	private void lookAfter(ReviewTask task) {
		try {
			if (!this.workflow.stillWaits(task.taskToken())) {
				boolean closed = this.tasks
					.save(task.expired(this.clock.instant(), "the execution does not wait any more"));
				logger.info("review closed task={} anime={} closed={}", task.id(), task.animeId(), closed);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("execution not heard task={} anime={} failure={}", task.id(), task.animeId(), ex.toString());
		}
	}

}

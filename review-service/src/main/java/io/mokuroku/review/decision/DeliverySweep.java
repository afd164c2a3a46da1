package io.mokuroku.review.decision;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers decisions that stayed behind because the workflow could not be reached, or the
 * service stopped at the wrong moment.
 */
final class DeliverySweep {

	private static final Logger logger = LoggerFactory.getLogger(DeliverySweep.class);

	private final ReviewTasks tasks;

	private final DeliverDecision delivery;

	private final InstantSource clock;

	private final Duration every;

	/**
	 * A sweep.
	 * @param every the distance between sweeps, and how old a decision must be so that
	 * whoever took it is not still delivering it
	 */
	DeliverySweep(ReviewTasks tasks, DeliverDecision delivery, InstantSource clock, Duration every) {
		this.tasks = tasks;
		this.delivery = delivery;
		this.clock = clock;
		this.every = every;
	}

	/** Tries every decision that is old enough once. */
	void sweep() {
		this.tasks.forEach(TaskState.DECIDED, (task) -> {
			if (isOldEnough(task)) {
				deliver(task);
			}
		});
	}

	private boolean isOldEnough(ReviewTask task) {
		return !Objects.requireNonNull(task.decision()).at().isAfter(this.clock.instant().minus(this.every));
	}

	private void deliver(ReviewTask task) {
		try {
			this.delivery.deliver(task, true);
		}
		catch (RuntimeException ex) {
			logger.warn("decision not delivered task={} anime={} failure={}", task.id(), task.animeId(), ex.toString());
		}
	}

}

package io.mokuroku.review.decision;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers decisions that stayed behind because the workflow could not be reached, or the
 * service stopped at the wrong moment. One that will never be taken is not tried again:
 * its task is closed with the reason, and asked again when its execution asks again.
 */
final class DeliverySweep {

	private static final Logger logger = LoggerFactory.getLogger(DeliverySweep.class);

	private static final int LONGEST_REASON = 300;

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
			deliverOrClose(task);
		}
		catch (RuntimeException ex) {
			logger.warn("decision not delivered task={} anime={} failure={}", task.id(), task.animeId(), ex.toString());
		}
	}

	private void deliverOrClose(ReviewTask task) {
		try {
			this.delivery.deliver(task, true);
		}
		catch (PermanentFailure ex) {
			String reason = String.valueOf(ex.getMessage());
			boolean closed = this.tasks.save(task.expired(this.clock.instant(),
					"refused for good: " + reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
			logger.error("decision refused task={} anime={} code={} closed={}", task.id(), task.animeId(), ex.code(),
					closed, ex);
		}
	}

}

package io.mokuroku.review.decision;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskPage;
import io.mokuroku.review.task.TaskState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Delivers decisions that stayed behind because the workflow could not be reached, or the
 * service stopped at the wrong moment.
 */
final class DeliverySweep implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DeliverySweep.class);

	private final ReviewTasks tasks;

	private final DeliverDecision delivery;

	private final InstantSource clock;

	private final Duration every;

	private @Nullable ScheduledExecutorService executor;

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
		String from = null;
		do {
			TaskPage page = this.tasks.inState(TaskState.DECIDED, ReviewTasks.LARGEST_PAGE, from);
			page.tasks().stream().filter(this::isOldEnough).forEach(this::deliver);
			from = page.next();
		}
		while (from != null);
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

	private void sweepQuietly() {
		try {
			sweep();
		}
		catch (RuntimeException ex) {
			logger.warn("decisions cannot be swept failure={}", ex.toString());
		}
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService sweeper = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("delivery-sweep").daemon().factory());
		var _ = sweeper.scheduleWithFixedDelay(this::sweepQuietly, this.every.toMillis(), this.every.toMillis(),
				TimeUnit.MILLISECONDS);
		this.executor = sweeper;
	}

	@Override
	public synchronized void stop() {
		ScheduledExecutorService sweeper = this.executor;
		if (sweeper != null) {
			sweeper.shutdownNow();
			this.executor = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.executor != null;
	}

}

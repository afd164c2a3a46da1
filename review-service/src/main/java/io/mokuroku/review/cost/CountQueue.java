package io.mokuroku.review.cost;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.task.CountTasks;
import org.jspecify.annotations.Nullable;

/**
 * Counts the whole queue, whatever page of it is looked at. Counts are some seconds old.
 */
public final class CountQueue {

	static final Duration FRESH = Duration.ofSeconds(10);

	private final CountTasks tasks;

	private final WaitingReviews waiting;

	private final InstantSource clock;

	private @Nullable QueueCounts last;

	private Instant countedAt = Instant.MIN;

	CountQueue(CountTasks tasks, WaitingReviews waiting, InstantSource clock) {
		this.tasks = tasks;
		this.waiting = waiting;
		this.clock = clock;
	}

	/**
	 * The counts of the last ten seconds.
	 * @throws RetryableFailure if the database does not answer
	 */
	public synchronized QueueCounts counts() {
		Instant now = this.clock.instant();
		QueueCounts counts = this.last;
		if (counts == null || !now.isBefore(this.countedAt.plus(FRESH))) {
			counts = new QueueCounts(this.tasks.open(now), this.waiting.count());
			this.last = counts;
			this.countedAt = now;
		}
		return counts;
	}

}

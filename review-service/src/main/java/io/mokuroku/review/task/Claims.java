package io.mokuroku.review.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.message.RetryableFailure;

/**
 * Who works on which task, so that two people do not decide the same. A claim ends when
 * it is given back, when the task is decided, and by itself.
 */
public final class Claims {

	private static final int MOST_ROUNDS = 5;

	private final ReviewTasks tasks;

	private final InstantSource clock;

	private final Duration lasting;

	/**
	 * Claims of tasks.
	 * @param lasting how long a claim lasts
	 */
	public Claims(ReviewTasks tasks, InstantSource clock, Duration lasting) {
		this.tasks = tasks;
		this.clock = clock;
		this.lasting = lasting;
	}

	/** Lets a reviewer work on a task; one who does already may go on until later. */
	public ClaimOutcome claim(TaskId id, String reviewer) {
		Instant now = this.clock.instant();
		for (int round = 0; round < MOST_ROUNDS; round++) {
			Optional<ReviewTask> found = this.tasks.find(id);
			if (found.isEmpty()) {
				return new ClaimOutcome.Unknown();
			}
			ReviewTask task = found.get();
			if (!task.isOpen()) {
				return new ClaimOutcome.NotOpen(task);
			}
			if (task.isHeldFrom(reviewer, now)) {
				return new ClaimOutcome.HeldByAnother(task);
			}
			ReviewTask claimed = task.claimed(new Claim(reviewer, now.plus(this.lasting)), now);
			if (this.tasks.save(claimed)) {
				return new ClaimOutcome.Claimed(claimed);
			}
		}
		throw new RetryableFailure("Too many change review " + id, null);
	}

	/**
	 * Gives a task back.
	 * @param reviewer who claimed it
	 * @return whether it was still theirs
	 */
	public boolean release(TaskId id, String reviewer) {
		for (int round = 0; round < MOST_ROUNDS; round++) {
			Optional<ReviewTask> mine = this.tasks.find(id).filter((task) -> isOf(reviewer, task));
			if (mine.isEmpty()) {
				return false;
			}
			if (this.tasks.save(mine.get().released(reviewer, this.clock.instant()))) {
				return true;
			}
		}
		throw new RetryableFailure("Too many change review " + id, null);
	}

	/**
	 * Gives back all that a reviewer has claimed.
	 * @return how many tasks that were
	 */
	public int releaseAllOf(String reviewer) {
		List<TaskId> theirs = new ArrayList<>();
		this.tasks.forEach(TaskState.OPEN, (task) -> {
			if (isOf(reviewer, task)) {
				theirs.add(task.id());
			}
		});
		return (int) theirs.stream().filter((id) -> release(id, reviewer)).count();
	}

	private static boolean isOf(String reviewer, ReviewTask task) {
		Claim claim = task.claim();
		return task.isOpen() && claim != null && claim.reviewer().equals(reviewer);
	}

}

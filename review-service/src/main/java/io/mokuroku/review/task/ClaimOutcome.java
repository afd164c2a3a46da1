package io.mokuroku.review.task;

/**
 * What became of a wish to claim a task.
 */
public sealed interface ClaimOutcome {

	/**
	 * It is claimed.
	 *
	 * @param task the task as it is now
	 */
	record Claimed(ReviewTask task) implements ClaimOutcome {
	}

	/**
	 * Somebody else works on it.
	 *
	 * @param task the task as it is now
	 */
	record HeldByAnother(ReviewTask task) implements ClaimOutcome {
	}

	/**
	 * Nobody is asked any more.
	 *
	 * @param task the task as it is now
	 */
	record NotOpen(ReviewTask task) implements ClaimOutcome {
	}

	/** There is no such task. */
	record Unknown() implements ClaimOutcome {
	}

}

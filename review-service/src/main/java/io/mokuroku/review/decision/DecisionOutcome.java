package io.mokuroku.review.decision;

import java.util.List;
import java.util.Objects;

import io.mokuroku.review.task.ReviewTask;

/**
 * What became of a submission.
 */
public sealed interface DecisionOutcome {

	/**
	 * It counts. The state of the task says whether the workflow knows it yet.
	 *
	 * @param task the task as it is now
	 */
	record Accepted(ReviewTask task) implements DecisionOutcome {

		public Accepted {
			Objects.requireNonNull(task, "task");
		}

	}

	/**
	 * It breaks rules.
	 *
	 * @param faults the rules, at least one
	 */
	record Invalid(List<Fault> faults) implements DecisionOutcome {

		public Invalid {
			faults = List.copyOf(faults);
		}

	}

	/**
	 * The task or its entry has changed since the reviewer saw it.
	 *
	 * @param task the task as it is now
	 */
	record Stale(ReviewTask task) implements DecisionOutcome {

		public Stale {
			Objects.requireNonNull(task, "task");
		}

	}

	/**
	 * Something else was decided before.
	 *
	 * @param task the task as it is now
	 */
	record AlreadyDecided(ReviewTask task) implements DecisionOutcome {

		public AlreadyDecided {
			Objects.requireNonNull(task, "task");
		}

	}

	/**
	 * Somebody else has claimed the task.
	 *
	 * @param task the task as it is now
	 */
	record Claimed(ReviewTask task) implements DecisionOutcome {

		public Claimed {
			Objects.requireNonNull(task, "task");
		}

	}

	/**
	 * Nobody waits for the decision any more.
	 *
	 * @param task the task as it is now
	 */
	record Expired(ReviewTask task) implements DecisionOutcome {

		public Expired {
			Objects.requireNonNull(task, "task");
		}

	}

	/** There is no such task. */
	record Unknown() implements DecisionOutcome {
	}

}

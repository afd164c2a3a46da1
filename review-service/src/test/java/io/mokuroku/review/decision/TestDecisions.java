package io.mokuroku.review.decision;

import java.time.InstantSource;
import java.util.Optional;

import io.mokuroku.review.task.ReviewTasks;

/**
 * Taking decisions in tests.
 */
public final class TestDecisions {

	private TestDecisions() {
	}

	/** Takes decisions on tasks whose entries nobody knows. */
	public static DecideReview deciding(ReviewTasks tasks, WorkflowFake workflow, InstantSource clock) {
		return new DecideReview(tasks, new DeliverDecision(tasks, new ProposalsFake(), workflow, clock),
				(id) -> Optional.empty(), clock);
	}

}

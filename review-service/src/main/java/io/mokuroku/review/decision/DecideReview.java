package io.mokuroku.review.decision;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a reviewer's decision: records it first, then delivers it. If the delivery fails,
 * whatever the reason, the decision counts all the same and is delivered later. The same
 * decision sent twice is one, also at the same moment.
 */
public final class DecideReview {

	private static final Logger logger = LoggerFactory.getLogger(DecideReview.class);

	private final ReviewTasks tasks;

	private final DeliverDecision delivery;

	private final InstantSource clock;

	DecideReview(ReviewTasks tasks, DeliverDecision delivery, InstantSource clock) {
		this.tasks = tasks;
		this.delivery = delivery;
		this.clock = clock;
	}

	/**
	 * Decides a task.
	 * @param reviewer who decides
	 */
	public DecisionOutcome decide(TaskId id, String reviewer, Submission submission) {
		Optional<ReviewTask> found = this.tasks.find(id);
		if (found.isEmpty()) {
			return new DecisionOutcome.Unknown();
		}
		List<Fault> faults = CheckSubmission.check(submission);
		if (!faults.isEmpty()) {
			return new DecisionOutcome.Invalid(faults);
		}
		ReviewTask task = found.get();
		Decision decision = new Decision(submission.verdict(), reviewer, submission.note(), submission.edits(),
				this.clock.instant());
		Optional<DecisionOutcome> settled = settled(task, decision, submission.version());
		if (settled.isPresent()) {
			return settled.get();
		}
		ReviewTask decided = task.decided(decision);
		if (!this.tasks.save(decided)) {
			ReviewTask now = this.tasks.find(id).orElse(task);
			return settled(now, decision, submission.version()).orElseGet(() -> new DecisionOutcome.Stale(now));
		}
		logger.info("review decided task={} anime={} verdict={} reviewer={}", id, task.animeId(), decision.verdict(),
				reviewer);
		return result(delivered(decided));
	}

	/** What becomes of a decision on a task as it stands; empty if it can be taken. */
	private static Optional<DecisionOutcome> settled(ReviewTask task, Decision decision, long seen) {
		Decision before = task.decision();
		if (before != null) {
			return Optional
				.of(before.saysTheSameAs(decision) ? result(task) : new DecisionOutcome.AlreadyDecided(task));
		}
		if (task.state() == TaskState.EXPIRED) {
			return Optional.of(new DecisionOutcome.Expired(task));
		}
		return (seen != task.version()) ? Optional.of(new DecisionOutcome.Stale(task)) : Optional.empty();
	}

	private ReviewTask delivered(ReviewTask decided) {
		try {
			return this.delivery.deliver(decided, false);
		}
		catch (RuntimeException ex) {
			logger.warn("decision will be delivered later task={} failure={}", decided.id(), ex.toString());
			return decided;
		}
	}

	private static DecisionOutcome result(ReviewTask task) {
		return (task.state() == TaskState.EXPIRED) ? new DecisionOutcome.Expired(task)
				: new DecisionOutcome.Accepted(task);
	}

}

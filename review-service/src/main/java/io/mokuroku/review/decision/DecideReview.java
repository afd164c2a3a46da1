package io.mokuroku.review.decision;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import org.jspecify.annotations.Nullable;
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

	private final Function<AnimeId, Optional<AnimeEntry>> entries;

	private final CheckSubmission checks;

	private final InstantSource clock;

	/**
	 * Takes decisions.
	 * @param entries finds entries of the catalogue
	 */
	DecideReview(ReviewTasks tasks, DeliverDecision delivery, Function<AnimeId, Optional<AnimeEntry>> entries,
			InstantSource clock) {
		this.tasks = tasks;
		this.delivery = delivery;
		this.entries = entries;
		this.checks = new CheckSubmission(entries, delivery::lists, clock);
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
		List<Fault> faults = CheckSubmission.form(submission);
		if (!faults.isEmpty()) {
			return new DecisionOutcome.Invalid(faults);
		}
		ReviewTask task = found.get();
		Decision decision = submission.takenBy(reviewer, this.clock.instant());
		Optional<DecisionOutcome> settled = settled(task, decision, submission);
		if (settled.isPresent()) {
			return settled.get();
		}
		List<Fault> broken = this.checks.check(task, submission);
		if (!broken.isEmpty()) {
			return new DecisionOutcome.Invalid(broken);
		}
		ReviewTask decided = task.decided(decision);
		if (!this.tasks.save(decided)) {
			ReviewTask now = this.tasks.find(id).orElse(task);
			return settled(now, decision, submission).orElseGet(() -> new DecisionOutcome.Stale(now));
		}
		logger.info("review decided task={} anime={} verdict={} reviewer={}", id, task.animeId(), decision.verdict(),
				reviewer);
		return result(delivered(decided));
	}

	/** What becomes of a decision on a task as it stands; empty if it can be taken. */
	private Optional<DecisionOutcome> settled(ReviewTask task, Decision decision, Submission submission) {
		Decision before = task.decision();
		if (before != null) {
			return Optional
				.of(before.saysTheSameAs(decision) ? result(task) : new DecisionOutcome.AlreadyDecided(task));
		}
		if (task.state() == TaskState.EXPIRED) {
			return Optional.of(new DecisionOutcome.Expired(task));
		}
		if (task.isHeldFrom(decision.reviewer(), decision.at())) {
			return Optional.of(new DecisionOutcome.Claimed(task));
		}
		boolean stale = submission.version() != task.version() || hasChanged(task.animeId(), submission.entryVersion());
		return stale ? Optional.of(new DecisionOutcome.Stale(task)) : Optional.empty();
	}

	private boolean hasChanged(AnimeId id, @Nullable Long seen) {
		return seen != null && this.entries.apply(id).filter((entry) -> entry.revision().version() == seen).isEmpty();
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

package io.mokuroku.review.decision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.review.task.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the workflow what was decided: corrections go into the proposal first, because
 * the workflow publishes that as soon as it goes on.
 */
final class DeliverDecision {

	static final String SUPERSEDED = "ReviewSuperseded";

	private static final Logger logger = LoggerFactory.getLogger(DeliverDecision.class);

	private final ReviewTasks tasks;

	private final Proposals proposals;

	private final WorkflowCallback workflow;

	private final InstantSource clock;

	DeliverDecision(ReviewTasks tasks, Proposals proposals, WorkflowCallback workflow, InstantSource clock) {
		this.tasks = tasks;
		this.proposals = proposals;
		this.workflow = workflow;
		this.clock = clock;
	}

	/**
	 * Delivers a decision that is recorded.
	 * @param task a task that is decided
	 * @param again whether it was tried before, so that an execution which no longer
	 * waits may well have got the answer
	 * @return the task as it is now
	 * @throws RetryableFailure if the workflow could not be reached
	 * @throws io.mokuroku.message.PermanentFailure if the decision will never be taken
	 */
	ReviewTask deliver(ReviewTask task, boolean again) {
		if (task.state() != TaskState.DECIDED) {
			return task;
		}
		Decision decision = Objects.requireNonNull(task.decision());
		if (!decision.edits().isNone() && isAboutTheProposal(task)) {
			this.proposals.find(task.animeId())
				.ifPresent((proposal) -> this.proposals
					.put(ApplyEdits.apply(proposal, decision.edits(), decision.at(), this.proposals::findHolder)));
		}
		boolean waited = tell(task.taskToken(), decision);
		Instant now = this.clock.instant();
		ReviewTask next = waited ? task.delivered(now)
				: task.expired(now, again ? "nobody waits any more, an earlier attempt may have arrived"
						: "nobody waits for a decision any more");
		logger.info("decision delivered task={} anime={} verdict={} waited={}", task.id(), task.animeId(),
				decision.verdict(), waited);
		return this.tasks.save(next) ? next : this.tasks.find(task.id()).orElse(next);
	}

	/** The lists that reviewers see of an entry. */
	Corrections.Shown lists(AnimeId animeId) {
		return this.proposals.lists(animeId);
	}

	private boolean tell(String token, Decision decision) {
		return (decision.verdict() == Verdict.SUPERSEDED)
				? this.workflow.fail(token, SUPERSEDED, Objects.requireNonNullElse(decision.note(), ""))
				: this.workflow.succeed(token, Answer.json(decision));
	}

	/** Not once another execution asked about the entry: it put a proposal of its own. */
	private boolean isAboutTheProposal(ReviewTask task) {
		return this.tasks.findLast(task.animeId()).map(task.id()::equals).orElse(true);
	}

}

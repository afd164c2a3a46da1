package io.mokuroku.review.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.mokuroku.message.HumanLoopChanged;
import io.mokuroku.review.decision.DecideReview;
import io.mokuroku.review.decision.DecisionOutcome;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.loop.ReconcileAnswers.Reconciled;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the end of a human loop calls for: decides as most workers did, by the same
 * rules as in the portal; asks again where nothing came of it; hands to a lead what
 * workers disagree about. Nothing is ever decided that workers did not say. The end of a
 * loop may be told twice, late, and after its question was withdrawn.
 */
final class SettleLoop {

	private static final Logger logger = LoggerFactory.getLogger(SettleLoop.class);

	private final ReviewTasks tasks;

	private final AskWorkers workers;

	private final AnswerBucket answers;

	private final WorkerPages pages;

	private final DecideReview decideReview;

	SettleLoop(ReviewTasks tasks, AskWorkers workers, AnswerBucket answers, WorkerPages pages,
			DecideReview decideReview) {
		this.tasks = tasks;
		this.workers = workers;
		this.answers = answers;
		this.pages = pages;
		this.decideReview = decideReview;
	}

	/** Takes what EventBridge says; a loop that is not ours is none of our business. */
	void changed(HumanLoopChanged event) {
		HumanLoopChanged.Detail loop = event.detail();
		LoopName.parse(loop.humanLoopName())
			.ifPresentOrElse(
					(name) -> settle(name,
							new LoopState(LoopStatus.of(loop.humanLoopStatus()), loop.output(), loop.failureReason())),
					() -> logger.debug("human loop of somebody else loop={}", loop.humanLoopName()));
	}

	/**
	 * Does what a loop calls for.
	 * @throws io.mokuroku.message.RetryableFailure if its answers cannot be reached, or
	 * somebody changed the task at the same moment
	 */
	void settle(LoopName loop, LoopState state) {
		Optional<ReviewTask> task = this.tasks.find(loop.task()).filter((found) -> AskWorkers.isFor(found, loop));
		if (task.isEmpty()) {
			logger.debug("human loop is withdrawn loop={} status={}", loop, state.status());
			return;
		}
		switch (state.status()) {
			case IN_PROGRESS, STOPPING -> logger.trace("human loop goes on loop={}", loop);
			case FAILED -> this.workers.askAgain(task.get(), loop, "the human loop failed: " + state.failure());
			case STOPPED -> this.workers.askAgain(task.get(), loop, "somebody stopped the human loop");
			case COMPLETED -> answered(task.get(), loop, state);
		}
	}

	private void answered(ReviewTask task, LoopName loop, LoopState state) {
		List<WorkerAnswer> said = Optional.ofNullable(state.output())
			.flatMap(this.answers::find)
			.map((json) -> WorkerAnswer.read(json, loop))
			.orElse(List.of());
		if (said.isEmpty()) {
			this.workers.askAgain(task, loop, "the answers are missing or cannot be read");
			return;
		}
		List<Fault> faults = new ArrayList<>();
		List<Submission> submissions = said.stream()
			.map((answer) -> this.pages.read(task, answer.fields(), faults))
			.toList();
		if (!faults.isEmpty()) {
			this.workers.askAgain(task, loop, words(faults));
			return;
		}
		switch (ReconcileAnswers.of(submissions)) {
			case Reconciled.Disagreed(String about) ->
				this.workers.escalate(task, AskWorkers.DISAGREE, "workers disagree about " + about);
			case Reconciled.Agreed(Submission submission) -> decide(task, loop, reviewer(said), submission);
		}
	}

	private void decide(ReviewTask task, LoopName loop, String reviewer, Submission submission) {
		switch (this.decideReview.decide(task.id(), reviewer, submission)) {
			case DecisionOutcome.Accepted _ ->
				logger.info("human loop decided loop={} verdict={}", loop, submission.verdict());
			case DecisionOutcome.Invalid(List<Fault> faults) -> this.workers.askAgain(task, loop, words(faults));
			case DecisionOutcome.Stale(ReviewTask now) -> {
				if (AskWorkers.isFor(now, loop)) {
					this.workers.askAgain(now, loop, "the entry has changed since workers saw it");
				}
			}
			case DecisionOutcome.Claimed _ -> logger.info("human loop waits for a reviewer's claim loop={}", loop);
			case DecisionOutcome.AlreadyDecided _, DecisionOutcome.Expired _, DecisionOutcome.Unknown _ ->
				logger.info("human loop came late loop={}", loop);
		}
	}

	private static String reviewer(List<WorkerAnswer> said) {
		return said.stream().map(WorkerAnswer::worker).sorted().collect(Collectors.joining(",", "a2i:", ""));
	}

	private static String words(List<Fault> faults) {
		return faults.stream()
			.map((fault) -> fault.field() + " " + fault.rule())
			.collect(Collectors.joining("; ", "an answer breaks rules: ", ""));
	}

}

package io.mokuroku.review.cost;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.loop.HumanLoops;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks people as far as the budget allows. What is too much waits, the most pressing
 * first; nothing is dropped and nothing is decided by waiting: the workflow goes on
 * waiting for its answer, and what the catalogue shows stays as it is. A question people
 * were asked before is asked again whatever the budget, and so is one that takes the
 * place of an open one about the same entry: neither is more work.
 */
final class AskWithinBudget {

	private static final Logger logger = LoggerFactory.getLogger(AskWithinBudget.class);

	private final HumanLoops loops;

	private final ReviewTasks tasks;

	private final WaitingReviews waiting;

	private final ReviewBudget budget;

	private final RankWaiting rank;

	private final ReviewMeters meters;

	private final InstantSource clock;

	AskWithinBudget(HumanLoops loops, ReviewTasks tasks, WaitingReviews waiting, ReviewBudget budget, RankWaiting rank,
			ReviewMeters meters, InstantSource clock) {
		this.loops = loops;
		this.tasks = tasks;
		this.waiting = waiting;
		this.budget = budget;
		this.rank = rank;
		this.meters = meters;
		this.clock = clock;
	}

	/**
	 * Asks now or later. It waits before anything is done about it, so that nothing is
	 * lost and that it takes the place of what its execution asked before.
	 */
	void ask(ReviewRequested request) {
		Instant now = this.clock.instant();
		if (!this.waiting.put(request, now)) {
			logger.info("review asked late anime={} execution={}", request.animeId(), request.execution());
			return;
		}
		if (isWork(request)) {
			if (this.budget.left(now).now() > 0) {
				release();
			}
			return;
		}
		this.loops.start(request);
		this.waiting.remove(request);
	}

	/**
	 * Asks what waits, as far as the budget allows.
	 * @return how many questions still wait
	 */
	synchronized int release() {
		Instant now = this.clock.instant();
		int left = this.budget.left(now).now();
		if (left == 0) {
			return this.waiting.count();
		}
		List<WaitingReviews.Waiting> all = this.waiting.all();
		Set<AnimeId> before = new HashSet<>();
		int asked = 0;
		for (WaitingReview next : this.rank.inOrder(all, now)) {
			AnimeId entry = next.request().animeId();
			boolean isWork = !before.contains(entry) && (left == 0 || isWork(next.request()));
			if (isWork && (left == 0 || !this.budget.take(this.loops.adapter(), now))) {
				left = 0;
				continue;
			}
			Outcome outcome = start(next);
			if (outcome != Outcome.FAILED) {
				asked++;
			}
			if (outcome == Outcome.BEGUN) {
				before.add(entry);
			}
			if (isWork) {
				left -= settle(outcome, now);
			}
		}
		return all.size() - asked;
	}

	/**
	 * What was taken for a question stays taken if it began and nobody else counts it.
	 */
	private int settle(Outcome outcome, Instant taken) {
		boolean begun = outcome == Outcome.BEGUN;
		if (begun && !this.loops.countsItself()) {
			this.meters.started(this.loops.adapter());
		}
		else {
			this.budget.giveBack(this.loops.adapter(), taken);
		}
		return begun ? 1 : 0;
	}

	/**
	 * Whether people have one question more with it. What they were asked before they are
	 * asked again, and what is open about an entry gives way: both would otherwise show
	 * what is proposed now and be decided for an execution that no longer means it.
	 */
	private boolean isWork(ReviewRequested request) {
		TaskId id = TaskId.ofExecution(request.execution());
		return this.tasks.find(id).isEmpty()
				&& this.tasks.findOther(request.animeId(), id).filter(ReviewTask::isOpen).isEmpty();
	}

	/** What cannot be asked stays, and keeps nothing else from being asked. */
	private Outcome start(WaitingReview next) {
		ReviewRequested request = next.request();
		boolean begun;
		try {
			begun = this.loops.start(request);
		}
		catch (RuntimeException ex) {
			logger.warn("review cannot be asked yet anime={} failure={}", request.animeId(), ex.toString());
			return Outcome.FAILED;
		}
		this.waiting.remove(request);
		logger.info("review within budget anime={} priority={} since={}", request.animeId(), next.priority(),
				next.since());
		return begun ? Outcome.BEGUN : Outcome.IN_VAIN;
	}

	/** What became of a question: only one that people did not have before is paid. */
	private enum Outcome {

		BEGUN, IN_VAIN, FAILED

	}

}

package io.mokuroku.review.cost;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.loop.HumanLoops;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks people as far as the budget allows. What is too much waits, the most pressing
 * first; nothing is dropped and nothing is decided by waiting: the workflow goes on
 * waiting for its answer, and what the catalogue shows stays as it is. A question people
 * were asked before is asked again whatever the budget.
 */
final class AskWithinBudget {

	private static final Logger logger = LoggerFactory.getLogger(AskWithinBudget.class);

	private final HumanLoops loops;

	private final ReviewTasks tasks;

	private final WaitingReviews waiting;

	private final ReviewBudget budget;

	private final AnimeStore store;

	private final ReviewMeters meters;

	private final int popularRank;

	private final InstantSource clock;

	AskWithinBudget(HumanLoops loops, ReviewTasks tasks, WaitingReviews waiting, ReviewBudget budget, AnimeStore store,
			ReviewMeters meters, int popularRank, InstantSource clock) {
		this.loops = loops;
		this.tasks = tasks;
		this.waiting = waiting;
		this.budget = budget;
		this.store = store;
		this.meters = meters;
		this.popularRank = popularRank;
		this.clock = clock;
	}

	/** Asks now or later. */
	void ask(ReviewRequested request) {
		if (this.tasks.find(TaskId.of(request)).isPresent()) {
			this.loops.start(request);
			return;
		}
		Instant now = this.clock.instant();
		this.waiting.put(request, now);
		if (this.budget.left(now).now() > 0) {
			release();
		}
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
		int asked = 0;
		for (WaitingReview next : inOrder(all, now)) {
			if (asked == left || !this.budget.take(this.loops.adapter(), now)) {
				break;
			}
			asked += start(next, now) ? 1 : 0;
		}
		return all.size() - asked;
	}

	/** What cannot be asked stays, and keeps nothing else from being asked. */
	private boolean start(WaitingReview next, Instant now) {
		ReviewRequested request = next.request();
		try {
			this.loops.start(request);
		}
		catch (RuntimeException ex) {
			this.budget.giveBack(this.loops.adapter(), now);
			logger.warn("review cannot be asked yet anime={} failure={}", request.animeId(), ex.toString());
			return false;
		}
		this.waiting.remove(request);
		this.meters.started(this.loops.adapter());
		logger.info("review within budget anime={} priority={} since={}", request.animeId(), next.priority(),
				next.since());
		return true;
	}

	private List<WaitingReview> inOrder(List<WaitingReviews.Waiting> all, Instant now) {
		List<AnimeId> ids = all.stream().map((waits) -> waits.request().animeId()).distinct().toList();
		Map<AnimeId, AnimeEntry> entries = this.store.findAll(ids);
		List<WaitingReview> ordered = new ArrayList<>();
		for (WaitingReviews.Waiting waits : all) {
			ordered.add(new WaitingReview(waits.request(), waits.since(),
					JudgePriority.of(entries.get(waits.request().animeId()), this.popularRank, now)));
		}
		ordered.sort(WaitingReview.ORDER);
		return ordered;
	}

}

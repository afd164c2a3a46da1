package io.mokuroku.review.loop;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks workers of Amazon A2I what a task asks: again if nothing came of it, as often as
 * is allowed, and then a lead in the portal, where every task lies anyway. Asking the
 * same twice does it once.
 */
final class AskWorkers {

	/** Workers gave different answers; the first reason of a task that a lead decides. */
	static final String DISAGREE = "WORKERS_DISAGREE";

	/** No answer could be used; the first reason of a task that a lead decides. */
	static final String UNUSABLE = "NO_USABLE_ANSWER";

	/** A2I takes no longer input, in characters. */
	private static final int LONGEST_INPUT = 3_145_728;

	private static final Logger logger = LoggerFactory.getLogger(AskWorkers.class);

	private final ReviewTasks tasks;

	private final A2iRuntime runtime;

	private final WorkerPages pages;

	private final LoopCosts costs;

	private final int attempts;

	private final InstantSource clock;

	/**
	 * Asks workers.
	 * @param costs counts every loop that begins
	 * @param attempts how often at most, from 1 to 9
	 */
	AskWorkers(ReviewTasks tasks, A2iRuntime runtime, WorkerPages pages, LoopCosts costs, int attempts,
			InstantSource clock) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.pages = pages;
		this.costs = costs;
		this.attempts = attempts;
		this.clock = clock;
	}

	/** How often workers are asked at most. */
	int attempts() {
		return this.attempts;
	}

	/** Whether a loop asks what a task still wants workers to answer. */
	static boolean isFor(ReviewTask task, LoopName loop) {
		return loop.asks(task) && wantsWorkers(task);
	}

	/** Whether workers, and not a lead, are to answer. */
	static boolean wantsWorkers(ReviewTask task) {
		return task.isOpen() && !task.reasons().contains(DISAGREE) && !task.reasons().contains(UNUSABLE);
	}

	/** Asks once; hands the task to a lead if A2I refuses the question. */
	void ask(ReviewTask task, LoopName loop) {
		try {
			if (this.runtime.start(loop, input(task))) {
				this.costs.asked(A2iHumanLoops.ADAPTER);
			}
		}
		catch (PermanentFailure ex) {
			escalate(task, UNUSABLE, "A2I refuses the question (" + ex.code() + ")");
		}
	}

	/**
	 * Asks another time, or a lead.
	 * @param loop nothing came of this one
	 */
	void askAgain(ReviewTask task, LoopName loop, String why) {
		logger.warn("human loop in vain loop={} anime={} why={}", loop, task.animeId(), why);
		if (loop.attempt() < this.attempts) {
			ask(task, loop.attempt(loop.attempt() + 1));
		}
		else {
			escalate(task, UNUSABLE, why);
		}
	}

	/** Hands a task to a lead. */
	void escalate(ReviewTask task, String code, String why) {
		if (!this.tasks.save(task.escalated(code, why, this.clock.instant()))) {
			throw new RetryableFailure("Somebody else changed review " + task.id(), null);
		}
		logger.warn("review handed to a lead task={} anime={} code={} why={}", task.id(), task.animeId(), code, why);
	}

	/** Ends all that asks what a task asked. */
	void withdraw(ReviewTask asked) {
		for (int attempt = 1; attempt <= this.attempts; attempt++) {
			this.runtime.stop(LoopName.of(asked).attempt(attempt));
		}
	}

	private String input(ReviewTask task) {
		Map<String, Object> input = new HashMap<>(this.pages.input(task));
		input.put("taskId", task.id().value());
		input.put("animeId", task.animeId().toString());
		String json = JsonMapper.shared().writeValueAsString(input);
		if (json.length() > LONGEST_INPUT) {
			input.remove(WorkerPages.PARTS);
			json = JsonMapper.shared().writeValueAsString(input);
		}
		return json;
	}

}

package io.mokuroku.review.loop;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what events did not tell: asks A2I about the loop of every open task, starts the
 * loops that were never started, and stops those whose question is withdrawn.
 */
final class LoopSweep {

	/** Loops do not run longer: a question is asked three times, for three days each. */
	static final Duration LONGEST_LOOP = Duration.ofDays(14);

	private static final Logger logger = LoggerFactory.getLogger(LoopSweep.class);

	private final ReviewTasks tasks;

	private final A2iRuntime runtime;

	private final AskWorkers workers;

	private final SettleLoop settle;

	private final InstantSource clock;

	LoopSweep(ReviewTasks tasks, A2iRuntime runtime, AskWorkers workers, SettleLoop settle, InstantSource clock) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.workers = workers;
		this.settle = settle;
		this.clock = clock;
	}

	/** Looks after every open task and every running loop once. */
	void sweep() {
		this.tasks.forEach(TaskState.OPEN, (task) -> tried("task", task.id(), () -> lookAfter(task)));
		this.runtime.forEachRunning(this.clock.instant().minus(LONGEST_LOOP),
				(loop) -> tried("loop", loop, () -> stopIfWithdrawn(loop)));
	}

	private void lookAfter(ReviewTask task) {
		if (!AskWorkers.wantsWorkers(task)) {
			return;
		}
		for (int attempt = this.workers.attempts(); attempt > 0; attempt--) {
			LoopName loop = LoopName.of(task).attempt(attempt);
			Optional<LoopState> state = this.runtime.find(loop);
			if (state.isPresent()) {
				this.settle.settle(loop, state.get());
				return;
			}
		}
		this.workers.ask(task, LoopName.of(task));
	}

	/** A loop whose task nobody here knows may be another house's. */
	private void stopIfWithdrawn(LoopName loop) {
		if (this.tasks.find(loop.task()).filter((task) -> !AskWorkers.isFor(task, loop)).isPresent()) {
			this.runtime.stop(loop);
		}
	}

	private static void tried(String what, Object which, Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			logger.warn("not looked after {}={} failure={}", what, which, ex.toString());
		}
	}

}

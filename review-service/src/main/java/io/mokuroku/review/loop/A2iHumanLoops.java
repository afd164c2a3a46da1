package io.mokuroku.review.loop;

import java.util.Optional;

import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks through Amazon A2I. What is asked is a task of our own first, kept in order as the
 * portal keeps it; then a human loop shows it to workers. A loop whose question is
 * withdrawn or asked differently is stopped; what cannot be stopped now, the sweep stops.
 */
final class A2iHumanLoops implements HumanLoops {

	static final String ADAPTER = "a2i";

	private static final Logger logger = LoggerFactory.getLogger(A2iHumanLoops.class);

	private final PortalHumanLoops portal;

	private final ReviewTasks tasks;

	private final AskWorkers workers;

	A2iHumanLoops(PortalHumanLoops portal, ReviewTasks tasks, AskWorkers workers) {
		this.portal = portal;
		this.tasks = tasks;
		this.workers = workers;
	}

	@Override
	public boolean start(ReviewRequested request) {
		TaskId id = TaskId.ofExecution(request.execution());
		Optional<ReviewTask> before = this.tasks.find(id);
		Optional<ReviewTask> rival = this.tasks.findOther(request.animeId(), id);
		boolean began = this.portal.start(request);
		before.ifPresent(this::withdrawIfChanged);
		rival.ifPresent(this::withdrawIfChanged);
		this.tasks.find(id)
			.filter(AskWorkers::wantsWorkers)
			.ifPresent((task) -> this.workers.ask(task, LoopName.of(task)));
		return began;
	}

	@Override
	public String adapter() {
		return ADAPTER;
	}

	/** A loop costs the same whichever question, version or attempt it is for. */
	@Override
	public boolean countsItself() {
		return true;
	}

	private void withdrawIfChanged(ReviewTask asked) {
		if (!asked.isOpen() || this.tasks.find(asked.id()).filter(LoopName.of(asked)::asks).isPresent()) {
			return;
		}
		try {
			this.workers.withdraw(asked);
		}
		catch (RuntimeException ex) {
			logger.warn("human loop not stopped yet task={} failure={}", asked.id(), ex.toString());
		}
	}

}

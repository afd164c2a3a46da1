package io.mokuroku.review.task;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The next state of a task in the making: all that can differ from the state before.
 */
final class TaskChange {

	Asker asker;

	List<String> reasons;

	double confidence;

	TaskState state;

	Priority priority;

	int escalations;

	@Nullable Claim claim;

	long version;

	@Nullable Decision decision;

	private final ReviewTask before;

	private List<Decision> history;

	TaskChange(ReviewTask before) {
		this.before = before;
		this.asker = before.asker();
		this.reasons = before.reasons();
		this.confidence = before.confidence();
		this.state = before.state();
		this.priority = before.priority();
		this.escalations = before.escalations();
		this.claim = before.claim();
		this.version = before.version();
		this.decision = before.decision();
		this.history = before.history();
	}

	/** Asks people again; what was decided is history. */
	void open() {
		if (this.decision != null) {
			this.history = new ArrayList<>(this.history);
			this.history.add(this.decision);
		}
		this.state = TaskState.OPEN;
		this.decision = null;
		this.claim = null;
	}

	/**
	 * The task that came of it.
	 * @param line what happened
	 */
	ReviewTask task(AuditLine line) {
		return new ReviewTask(this.before.id(), this.before.animeId(), this.before.subject(), this.asker, this.reasons,
				this.confidence, this.state, this.priority, this.escalations, this.claim, this.before.queuedAt(),
				this.version, this.before.revision() + 1, this.decision, this.history, line);
	}

}

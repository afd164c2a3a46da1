package io.mokuroku.review.loop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.decision.WorkflowCallback;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.review.task.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks through our own portal: a question is a task in the queue. There is one proposal
 * for an entry, so a question about an entry takes the place of an open one that another
 * execution asked. One that is decided already takes nobody's place. Messages come twice,
 * late and out of order: a question that is older than what is known, or that nobody
 * waits for any more, changes nothing.
 */
final class PortalHumanLoops implements HumanLoops {

	private static final Logger logger = LoggerFactory.getLogger(PortalHumanLoops.class);

	private final ReviewTasks tasks;

	private final Subjects subjects;

	private final WorkflowCallback workflow;

	private final InstantSource clock;

	PortalHumanLoops(ReviewTasks tasks, Subjects subjects, WorkflowCallback workflow, InstantSource clock) {
		this.tasks = tasks;
		this.subjects = subjects;
		this.workflow = workflow;
		this.clock = clock;
	}

	@Override
	public boolean start(ReviewRequested request) {
		Optional<ReviewTask> known = this.tasks.find(TaskId.ofExecution(request.execution()));
		String token = request.taskToken();
		if (known.isPresent() && known.get().knows(token)) {
			logger.info("review already asked task={} anime={}", known.get().id(), request.animeId());
			return false;
		}
		if (known.isPresent() && known.get().isAskedAfter(request.askedAt())) {
			logger.info("review asked late task={} anime={}", known.get().id(), request.animeId());
			return false;
		}
		if (!this.workflow.stillWaits(token)) {
			logger.info("review asked in vain execution={} anime={}", request.execution(), request.animeId());
			return false;
		}
		return ask(request, known, this.clock.instant());
	}

	private boolean ask(ReviewRequested request, Optional<ReviewTask> known, Instant now) {
		ReviewTask task = known.map((before) -> before.askedAgain(request, now))
			.orElseGet(() -> ReviewTask.asked(request, this.subjects.of(request, now), now));
		Optional<ReviewTask> other = (task.state() != TaskState.OPEN) ? Optional.empty()
				: this.tasks.findOther(task.animeId(), task.id()).filter(ReviewTask::isOpen);
		if (other.isPresent() && other.get().isAskedAfter(request.askedAt())) {
			save(task);
			supersede(task, other.get().id(), now);
			return false;
		}
		if (task.state() == TaskState.OPEN) {
			other.ifPresent((last) -> supersede(last, task.id(), now));
			this.tasks.putLast(task.animeId(), task.id());
		}
		save(other.map(task::inPlaceOf).orElse(task));
		logger.info("review asked task={} anime={} reasons={} confidence={}", task.id(), request.animeId(),
				request.reasons(), request.confidence());
		return known.isEmpty() && other.isEmpty();
	}

	private void supersede(ReviewTask last, TaskId successor, Instant now) {
		save(last.decided(new Decision(Verdict.SUPERSEDED, ReviewTask.SYSTEM, "replaced by " + successor, now)));
		logger.info("review superseded task={} anime={} by={}", last.id(), last.animeId(), successor);
	}

	private void save(ReviewTask task) {
		if (!this.tasks.save(task)) {
			throw new RetryableFailure("Somebody else changed review " + task.id(), null);
		}
	}

}

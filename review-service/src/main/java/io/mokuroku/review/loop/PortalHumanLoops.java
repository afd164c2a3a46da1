package io.mokuroku.review.loop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.ReviewRequested;
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
 * execution asked. One that is decided already takes nobody's place.
 */
final class PortalHumanLoops implements HumanLoops {

	private static final Logger logger = LoggerFactory.getLogger(PortalHumanLoops.class);

	private final ReviewTasks tasks;

	private final InstantSource clock;

	PortalHumanLoops(ReviewTasks tasks, InstantSource clock) {
		this.tasks = tasks;
		this.clock = clock;
	}

	@Override
	public void start(ReviewRequested request) {
		Instant now = this.clock.instant();
		Optional<ReviewTask> known = this.tasks.find(TaskId.of(request));
		String token = request.taskToken();
		if (known.isPresent() && token != null && known.get().knows(token)) {
			logger.info("review already asked task={} anime={}", known.get().id(), request.animeId());
			return;
		}
		ReviewTask task = known.map((before) -> before.askedAgain(request, now))
			.orElseGet(() -> ReviewTask.asked(request, now));
		if (task.state() == TaskState.OPEN) {
			takeThePlaceOfAnother(task, now);
		}
		save(task);
		logger.info("review asked task={} anime={} reasons={} confidence={}", task.id(), request.animeId(),
				request.reasons(), request.confidence());
	}

	private void takeThePlaceOfAnother(ReviewTask task, Instant now) {
		this.tasks.findLast(task.animeId())
			.filter((last) -> !last.equals(task.id()))
			.flatMap(this.tasks::find)
			.filter((last) -> last.state() == TaskState.OPEN)
			.ifPresent((last) -> supersede(last, task.id(), now));
		this.tasks.putLast(task.animeId(), task.id());
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

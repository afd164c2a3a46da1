package io.mokuroku.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.mokuroku.local.schedules.Agenda.Occasion;

/**
 * Fires one occasion: delivers, records the outcome, and says when the schedule or the
 * run is due again. A run is delivered at least once: when this process ends between
 * delivery and record, it is delivered again at the next start.
 */
final class Firing {

	private static final Logger log = LoggerFactory.getLogger(Firing.class);

	private static final Duration LOOKBACK = Duration.ofSeconds(Target.MAXIMUM_EVENT_AGE_IN_SECONDS);

	private final Book book;

	private final QueueDelivery queues;

	private final InstantSource clock;

	private final Supplier<String> executionIds;

	private final BiConsumer<Occasion, Instant> agenda;

	Firing(Book book, QueueDelivery queues, InstantSource clock, Supplier<String> executionIds,
			BiConsumer<Occasion, Instant> agenda) {
		this.book = book;
		this.queues = queues;
		this.clock = clock;
		this.executionIds = executionIds;
		this.agenda = agenda;
	}

	/**
	 * Puts everything the book holds on the agenda.
	 */
	void resume() {
		this.book.pending().forEach((invocation) -> this.agenda.accept(retryOf(invocation), invocation.next()));
		this.book.schedules(null, (schedule) -> true, Integer.MAX_VALUE)
			.forEach((schedule) -> planOrComplete(schedule.key()));
	}

	/**
	 * Puts the next turn of a schedule on the agenda. A schedule that has had its last
	 * turn is deleted if it asked for that and no run of it is pending.
	 */
	void planOrComplete(ScheduleKey key) {
		Book.Entry entry = this.book.find(key).orElse(null);
		if (entry == null || entry.schedule().definition().state() == Schedule.State.DISABLED) {
			return;
		}
		Optional<Instant> next = entry.next();
		if (next.isPresent()) {
			this.agenda.accept(new Occasion.Turn(key), next.get());
		}
		else if (entry.schedule().definition().actionAfterCompletion() == Schedule.Completion.DELETE
				&& !this.book.hasPending(key)) {
			this.book.record(new Change.ScheduleDropped(key));
		}
	}

	void fire(Occasion occasion) {
		switch (occasion) {
			case Occasion.Turn(ScheduleKey key) -> turn(key);
			case Occasion.Retry(ScheduleKey key, String id) -> this.book.findPending(key, id).ifPresent(this::retry);
		}
	}

	private void turn(ScheduleKey key) {
		Book.Entry entry = this.book.find(key).orElse(null);
		Instant now = this.clock.instant();
		if (entry == null || entry.schedule().definition().state() == Schedule.State.DISABLED
				|| entry.next().filter((due) -> !due.isAfter(now)).isEmpty()) {
			planOrComplete(key);
			return;
		}
		Instant due = latest(entry.schedule(), entry.next().get(), now);
		Invocation run = Invocation.first(this.executionIds.get(), key, entry.schedule().definition().target(), due);
		Invocation left = attempt(run, now);
		this.book.record(new Change.Handled(key, entry.schedule().modified(), due, left));
		if (left != null) {
			this.agenda.accept(retryOf(left), left.next());
		}
		planOrComplete(key);
	}

	/**
	 * After time in which nothing ran, a recurring schedule fires once for its latest
	 * missed turn, not once for each.
	 */
	private Instant latest(Schedule schedule, Instant due, Instant now) {
		Instant latest = due;
		Instant from = now.minus(LOOKBACK).isAfter(due) ? now.minus(LOOKBACK) : due;
		Optional<Instant> later = schedule.next(from);
		while (later.filter((at) -> !at.isAfter(now)).isPresent()) {
			latest = later.get();
			later = schedule.next(latest);
		}
		if (latest.isAfter(due)) {
			log.info("missed turns skipped schedule={} first={} fired={}", schedule.key().arn(), due, latest);
		}
		return latest;
	}

	private void retry(Invocation run) {
		Invocation left = attempt(run, this.clock.instant());
		if (left != null) {
			this.book.record(new Change.InvocationKept(left));
			this.agenda.accept(retryOf(left), left.next());
			return;
		}
		this.book.record(new Change.InvocationDropped(run.schedule(), run.id()));
		planOrComplete(run.schedule());
	}

	/**
	 * Makes one attempt on the target, and, where that was the last, on the dead-letter
	 * queue.
	 * @return what is left to do, or nothing
	 */
	private @Nullable Invocation attempt(Invocation run, Instant now) {
		if (run.exhausted() != null) {
			return bury(run, now);
		}
		if (run.tooOldAt(now)) {
			return bury(run.expired(now), now);
		}
		try {
			this.queues.deliver(run.target().arn(), Message.body(run), Map.of());
			return null;
		}
		catch (DeliveryFailure ex) {
			Invocation failed = run.failed(ex, now);
			log.warn("delivery failed schedule={} execution={} attempt={} code={} reason={}", run.schedule().arn(),
					run.id(), failed.attempts(), ex.code(), ex.reason());
			return (failed.exhausted() != null) ? bury(failed, now) : failed;
		}
	}

	private @Nullable Invocation bury(Invocation run, Instant now) {
		String deadLetters = run.target().deadLetterArn();
		if (deadLetters == null || run.hopelessAt(now)) {
			log.error("event dropped schedule={} execution={} due={} limit={} code={} dead_letter_queue={}",
					run.schedule().arn(), run.id(), run.due(), run.exhausted(), run.errorCode(), deadLetters);
			return null;
		}
		try {
			this.queues.deliver(deadLetters, Message.deadLetterBody(run), Message.deadLetterAttributes(run));
			return null;
		}
		catch (DeliveryFailure ex) {
			log.warn("dead letter not delivered schedule={} execution={} code={} reason={}", run.schedule().arn(),
					run.id(), ex.code(), ex.reason());
			return run.deadLetterFailed(now);
		}
	}

	private static Occasion retryOf(Invocation run) {
		return new Occasion.Retry(run.schedule(), run.id());
	}

}

package io.mokuroku.local.schedules;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One run of a schedule that has not reached its target yet.
 *
 * @param id execution id
 * @param target target as it was when the schedule fell due
 * @param due scheduled time
 * @param attempts attempts on the target so far
 * @param next when to try again
 * @param errorCode error code of the last failure on the target
 * @param errorMessage error message of the last failure on the target
 * @param exhausted name of the limit that ended the attempts; from then on only the
 * dead-letter queue is tried
 * @param deadLetterAttempts attempts on the dead-letter queue so far
 */
record Invocation(String id, ScheduleKey schedule, Target target, Instant due, int attempts, Instant next,
		@Nullable String errorCode, @Nullable String errorMessage, @Nullable String exhausted, int deadLetterAttempts) {

	private static final String ATTEMPTS = "MaximumRetryAttempts";

	private static final String AGE = "MaximumEventAgeInSeconds";

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

	static Invocation first(String id, ScheduleKey schedule, Target target, Instant due) {
		return new Invocation(id, schedule, target, due, 0, due, null, null, null, 0);
	}

	/**
	 * This run after one more failed attempt: the pauses double from one second to ten
	 * minutes.
	 */
	Invocation failed(DeliveryFailure failure, Instant now) {
		int made = this.attempts + 1;
		Instant retry = now.plus(pauseAfter(made));
		String limit = (made > this.target.maximumRetryAttempts()) ? ATTEMPTS : tooOldAt(retry) ? AGE : null;
		return new Invocation(this.id, this.schedule, this.target, this.due, made, (limit != null) ? now : retry,
				failure.code(), failure.reason(), limit, 0);
	}

	/**
	 * This run given up before its first attempt because it is too old.
	 */
	Invocation expired(Instant now) {
		return new Invocation(this.id, this.schedule, this.target, this.due, this.attempts, now, "EventAgeExceeded",
				"The scheduler was not running while the event was young enough", AGE, 0);
	}

	/**
	 * This run after the dead-letter queue, too, did not take its message.
	 */
	Invocation deadLetterFailed(Instant now) {
		int made = this.deadLetterAttempts + 1;
		return new Invocation(this.id, this.schedule, this.target, this.due, this.attempts, now.plus(pauseAfter(made)),
				this.errorCode, this.errorMessage, this.exhausted, made);
	}

	boolean tooOldAt(Instant now) {
		return now.isAfter(this.due.plus(this.target.maximumEventAge()));
	}

	/**
	 * Whether the dead-letter queue has been tried for a day beyond the maximum event
	 * age.
	 */
	boolean hopelessAt(Instant now) {
		return now.isAfter(this.due.plus(this.target.maximumEventAge()).plus(Duration.ofDays(1)));
	}

	private static Duration pauseAfter(int attempts) {
		Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

}

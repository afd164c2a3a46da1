package io.mokuroku.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A schedule as its owner asked for it.
 *
 * @param clientToken idempotency token of the request that created it
 * @param created when it was created
 * @param modified when it was created or last updated
 */
record Schedule(ScheduleKey key, Definition definition, Instant created, Instant modified, String clientToken) {

	/**
	 * The first instant at which this schedule is due after the given one.
	 */
	Optional<Instant> next(Instant after) {
		Definition asked = this.definition;
		Expression expression = asked.expression();
		if (expression instanceof Expression.At) {
			return expression.next(after, asked.zone(), this.created);
		}
		Instant start = (asked.startDate() != null) ? asked.startDate() : this.created;
		Instant from = after.isBefore(start) ? start.minusNanos(1) : after;
		return expression.next(from, asked.zone(), start)
			.filter((at) -> asked.endDate() == null || at.isBefore(asked.endDate()));
	}

	/**
	 * The lower bound of what this schedule may still run, as it was created or last
	 * updated. A one-time schedule for a moment that has just passed runs at once; one
	 * older than the maximum event age never runs.
	 */
	Instant begins() {
		Duration grace = (this.definition.expression() instanceof Expression.At)
				? this.definition.target().maximumEventAge() : Duration.ofNanos(1);
		return this.modified.minus(grace);
	}

	/**
	 * What {@code CreateSchedule} and {@code UpdateSchedule} say about a schedule.
	 *
	 * @param scheduleExpression text of the expression
	 * @param timezone zone id in which it is read
	 * @param startDate first instant of a recurring schedule
	 * @param endDate instant before which a recurring schedule stops
	 * @param windowMinutes length of the flexible time window, none when it is off
	 */
	record Definition(String scheduleExpression, String timezone, @Nullable Instant startDate,
			@Nullable Instant endDate, State state, @Nullable Integer windowMinutes, Completion actionAfterCompletion,
			@Nullable String description, Target target) {

		Expression expression() {
			return Expression.parse(this.scheduleExpression);
		}

		ZoneId zone() {
			return ZoneId.of(this.timezone);
		}

	}

	/**
	 * Whether a schedule runs.
	 */
	enum State {

		ENABLED, DISABLED

	}

	/**
	 * What becomes of a schedule that has run for the last time.
	 */
	enum Completion {

		NONE, DELETE

	}

}

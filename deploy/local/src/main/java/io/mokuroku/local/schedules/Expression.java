package io.mokuroku.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a schedule runs, in one of the three forms EventBridge Scheduler knows.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule
 * types</a>
 */
sealed interface Expression {

	/**
	 * The first instant strictly after the given one, or empty when there is none left.
	 * @param after exclusive lower bound
	 * @param zone zone in which local times of the expression are read
	 * @param anchor first instant of a rate; the other forms ignore it
	 */
	Optional<Instant> next(Instant after, ZoneId zone, Instant anchor);

	/**
	 * Reads an expression.
	 * @throws IllegalArgumentException with a sentence saying what is wrong
	 */
	static Expression parse(String text) {
		return ExpressionParser.parse(text);
	}

	/**
	 * Once, at a local time. A time inside a spring gap moves forward by the length of
	 * the gap, a time that an autumn overlap repeats means its first pass: a one-time
	 * schedule is never lost and never doubled.
	 */
	record At(LocalDateTime time) implements Expression {

		@Override
		public Optional<Instant> next(Instant after, ZoneId zone, Instant anchor) {
			return Optional.of(ZonedDateTime.ofLocal(this.time, zone, null).toInstant())
				.filter((at) -> at.isAfter(after));
		}

	}

	/**
	 * Every so often, counted from the anchor in elapsed time: a day is 24 hours whatever
	 * the clocks do.
	 */
	record Rate(Duration period) implements Expression {

		public Rate {
			if (period.compareTo(Duration.ofMinutes(1)) < 0) {
				throw new IllegalArgumentException("a rate is at least one minute");
			}
		}

		@Override
		public Optional<Instant> next(Instant after, ZoneId zone, Instant anchor) {
			if (after.isBefore(anchor)) {
				return Optional.of(anchor);
			}
			long passed = Duration.between(anchor, after).dividedBy(this.period);
			return Optional.of(anchor.plus(this.period.multipliedBy(passed + 1)));
		}

	}

	/**
	 * At every local minute that six fields agree on. A minute inside a spring gap is
	 * skipped; a minute that an autumn overlap repeats runs once, on its first pass.
	 */
	record Cron(CronField minutes, CronField hours, DayRule days, CronField months,
			CronField years) implements Expression {

		@Override
		public Optional<Instant> next(Instant after, ZoneId zone, Instant anchor) {
			return new CronWalk(this, zone).next(after);
		}

	}

}

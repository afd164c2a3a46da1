package io.mokuroku.local.schedules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.List;

/**
 * Which days of a month a cron expression means, by day of month or by day of week.
 */
sealed interface DayRule {

	/**
	 * The days of the month, as bits 1 to 31.
	 */
	BitSet in(YearMonth month);

	/**
	 * Plain days of the month; days a month does not have are left out.
	 */
	record Days(CronField days) implements DayRule {

		@Override
		public BitSet in(YearMonth month) {
			BitSet result = new BitSet();
			for (int day = 1; day <= month.lengthOfMonth(); day++) {
				result.set(day, this.days.allows(day));
			}
			return result;
		}

	}

	/**
	 * {@code L}: the last day of the month.
	 */
	record LastDay() implements DayRule {

		@Override
		public BitSet in(YearMonth month) {
			return only(month.lengthOfMonth());
		}

	}

	/**
	 * {@code 15W}: the weekday nearest to a day, never in another month; none in a month
	 * without that day.
	 */
	record NearestWeekday(int day) implements DayRule {

		@Override
		public BitSet in(YearMonth month) {
			return (this.day <= month.lengthOfMonth()) ? only(weekdayNear(month, this.day)) : new BitSet();
		}

	}

	/**
	 * {@code LW}: the last weekday of the month.
	 */
	record LastWeekday() implements DayRule {

		@Override
		public BitSet in(YearMonth month) {
			return only(weekdayNear(month, month.lengthOfMonth()));
		}

	}

	/**
	 * Days of the week, numbered 1 (Sunday) to 7 (Saturday).
	 */
	record Weekdays(CronField days) implements DayRule {

		@Override
		public BitSet in(YearMonth month) {
			BitSet result = new BitSet();
			for (int day = 1; day <= month.lengthOfMonth(); day++) {
				result.set(day, this.days.allows(numberOf(month.atDay(day).getDayOfWeek())));
			}
			return result;
		}

	}

	/**
	 * {@code 6L}: the last such day of the week in the month.
	 */
	record LastOfWeekday(int weekday) implements DayRule {

		@Override
		public BitSet in(YearMonth month) {
			return only(month.atDay(1).with(TemporalAdjusters.lastInMonth(dayOfWeek(this.weekday))).getDayOfMonth());
		}

	}

	/**
	 * {@code 3#2}: the n-th such day of the week; none in a month without a fifth one.
	 */
	record NthWeekday(int weekday, int ordinal) implements DayRule {

		@Override
		public BitSet in(YearMonth month) {
			LocalDate date = month.atDay(1)
				.with(TemporalAdjusters.dayOfWeekInMonth(this.ordinal, dayOfWeek(this.weekday)));
			return YearMonth.from(date).equals(month) ? only(date.getDayOfMonth()) : new BitSet();
		}

	}

	/**
	 * Several rules in one field, as in {@code 1,15W,L}.
	 */
	record AnyOf(List<DayRule> rules) implements DayRule {

		public AnyOf {
			rules = List.copyOf(rules);
		}

		@Override
		public BitSet in(YearMonth month) {
			BitSet result = new BitSet();
			this.rules.forEach((rule) -> result.or(rule.in(month)));
			return result;
		}

	}

	private static BitSet only(int day) {
		BitSet result = new BitSet();
		result.set(day);
		return result;
	}

	private static int numberOf(DayOfWeek day) {
		return day.getValue() % 7 + 1;
	}

	private static DayOfWeek dayOfWeek(int number) {
		return DayOfWeek.SUNDAY.plus(number - 1L);
	}

	private static int weekdayNear(YearMonth month, int day) {
		return switch (month.atDay(day).getDayOfWeek()) {
			case SATURDAY -> (day == 1) ? 3 : day - 1;
			case SUNDAY -> (day == month.lengthOfMonth()) ? day - 2 : day + 1;
			case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
		};
	}

}

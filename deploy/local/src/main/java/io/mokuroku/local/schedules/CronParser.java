package io.mokuroku.local.schedules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the six fields of a cron expression: minutes, hours, day of month, month, day of
 * week, year.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based">Cron-based
 * schedules</a>
 */
final class CronParser {

	private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP",
			"OCT", "NOV", "DEC");

	private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

	private static final Unit MINUTE = new Unit("minutes", 0, 59, List.of());

	private static final Unit HOUR = new Unit("hours", 0, 23, List.of());

	private static final Unit DAY = new Unit("day-of-month", 1, 31, List.of());

	private static final Unit MONTH = new Unit("month", 1, 12, MONTHS);

	private static final Unit WEEKDAY = new Unit("day-of-week", 1, 7, WEEKDAYS);

	private static final Unit YEAR = new Unit("year", 1970, 2199, List.of());

	private static final Pattern STEP = Pattern.compile("(\\*|\\w+)(?:-(\\w+))?(?:/(\\d{1,4}))?");

	private CronParser() {
	}

	static Expression.Cron parse(String content) {
		String[] fields = content.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
		if (fields.length != 6) {
			throw new IllegalArgumentException("cron takes six fields, not " + fields.length);
		}
		return new Expression.Cron(field(MINUTE, fields[0]), field(HOUR, fields[1]), days(fields[2], fields[4]),
				field(MONTH, fields[3]), field(YEAR, fields[5]));
	}

	private static DayRule days(String dayOfMonth, String dayOfWeek) {
		if (dayOfMonth.equals("?") == dayOfWeek.equals("?")) {
			throw new IllegalArgumentException("exactly one of day-of-month and day-of-week must be ?");
		}
		return dayOfWeek.equals("?") ? daysOfMonth(dayOfMonth) : daysOfWeek(dayOfWeek);
	}

	private static DayRule daysOfMonth(String text) {
		List<DayRule> rules = new ArrayList<>();
		List<String> plain = new ArrayList<>();
		for (String part : text.split(",", -1)) {
			if (part.equals("L")) {
				rules.add(new DayRule.LastDay());
			}
			else if (part.equals("LW")) {
				rules.add(new DayRule.LastWeekday());
			}
			else if (part.endsWith("W")) {
				rules.add(new DayRule.NearestWeekday(DAY.value(part.substring(0, part.length() - 1))));
			}
			else {
				plain.add(part);
			}
		}
		if (!plain.isEmpty()) {
			rules.add(new DayRule.Days(field(DAY, String.join(",", plain))));
		}
		return single(rules);
	}

	private static DayRule daysOfWeek(String text) {
		List<DayRule> rules = new ArrayList<>();
		List<String> plain = new ArrayList<>();
		for (String part : text.split(",", -1)) {
			int hash = part.indexOf('#');
			if (hash >= 0) {
				if (text.contains(",")) {
					throw new IllegalArgumentException("day-of-week with # takes a single expression");
				}
				rules.add(new DayRule.NthWeekday(WEEKDAY.value(part.substring(0, hash)),
						new Unit("day-of-week after #", 1, 5, List.of()).value(part.substring(hash + 1))));
			}
			else if (part.equals("L")) {
				plain.add("7");
			}
			else if (part.endsWith("L")) {
				rules.add(new DayRule.LastOfWeekday(WEEKDAY.value(part.substring(0, part.length() - 1))));
			}
			else {
				plain.add(part);
			}
		}
		if (!plain.isEmpty()) {
			rules.add(new DayRule.Weekdays(field(WEEKDAY, String.join(",", plain))));
		}
		return single(rules);
	}

	private static DayRule single(List<DayRule> rules) {
		return (rules.size() == 1) ? rules.getFirst() : new DayRule.AnyOf(rules);
	}

	private static CronField field(Unit unit, String text) {
		BitSet values = new BitSet();
		for (String part : text.split(",", -1)) {
			Matcher step = STEP.matcher(part);
			if (!step.matches() || (step.group(1).equals("*") && step.group(2) != null)) {
				throw new IllegalArgumentException(unit.name() + " does not understand '" + part + "'");
			}
			boolean all = step.group(1).equals("*");
			int first = all ? unit.first() : unit.value(step.group(1));
			int last = (step.group(2) != null) ? unit.value(step.group(2))
					: (all || step.group(3) != null) ? unit.last() : first;
			int by = (step.group(3) != null) ? Integer.parseInt(step.group(3)) : 1;
			if (last < first || by < 1) {
				throw new IllegalArgumentException(unit.name() + " does not understand '" + part + "'");
			}
			for (int value = first; value <= last; value += by) {
				values.set(value);
			}
		}
		return new CronField(values);
	}

	/**
	 * What one field counts.
	 *
	 * @param names names standing for the values from {@code first} on
	 */
	private record Unit(String name, int first, int last, List<String> names) {

		int value(String text) {
			int named = this.names.indexOf(text);
			if (named >= 0) {
				return this.first + named;
			}
			if (!text.matches("\\d{1,4}")) {
				throw new IllegalArgumentException(this.name + " does not understand '" + text + "'");
			}
			int value = Integer.parseInt(text);
			if (value < this.first || value > this.last) {
				throw new IllegalArgumentException(
						this.name + " must be between " + this.first + " and " + this.last + ", not " + text);
			}
			return value;
		}

	}

}

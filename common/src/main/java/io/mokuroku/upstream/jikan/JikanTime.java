package io.mokuroku.upstream.jikan;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * How Jikan writes dates, slots and lengths.
 */
final class JikanTime {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM[,] uuuu", Locale.ENGLISH);

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})");

	private static final Pattern LENGTH = Pattern.compile("(\\d+) (hr|min|sec)");

	private static final int LATEST_HOUR = 29;

	private JikanTime() {
	}

	/** {@code 1 hr 41 min}, {@code 24 min per ep}, {@code 45 sec} in seconds. */
	static @Nullable Integer seconds(@Nullable String duration) {
		if (duration == null) {
			return null;
		}
		Matcher part = LENGTH.matcher(duration);
		int seconds = 0;
		while (part.find()) {
			seconds += Integer.parseInt(part.group(1)) * switch (part.group(2)) {
				case "hr" -> 3600;
				case "min" -> 60;
				default -> 1;
			};
		}
		return (seconds > 0) ? seconds : null;
	}

	/**
	 * One end of {@code aired}. Only the text tells how precise a date is; the instants
	 * beside it are padded to the first day.
	 * @param text {@code Oct 4, 2026 to ?}
	 * @param end 0 for the first day, 1 for the last
	 */
	static @Nullable PartialDate date(@Nullable String text, int end) {
		if (text == null) {
			return null;
		}
		String[] ends = text.split(" to ", 2);
		if (ends.length == 1) {
			// one day alone is the first and the last, but a premiere may stand there too
			return (end == 0) ? date(ends[0].strip()) : null;
		}
		return date(ends[end].strip());
	}

	/** The calendar date of a stamp, as printed: never moved to another zone. */
	static @Nullable LocalDate printedDate(@Nullable String stamp) {
		if (stamp == null || stamp.length() < 10) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(stamp.substring(0, 10));
			return (date.getYear() < 1900) ? null : date;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * A weekly slot. Listings count the hours after midnight into the evening before:
	 * Saturdays 25:30 is Sunday 01:30.
	 * @param day {@code Saturdays}
	 * @param time {@code HH:mm}, up to 29:59
	 */
	static @Nullable Broadcast slot(@Nullable String day, @Nullable String time, @Nullable String zone) {
		if (day == null || time == null) {
			return null;
		}
		Matcher clock = CLOCK.matcher(time.strip());
		if (!clock.matches()) {
			return null;
		}
		int hour = Integer.parseInt(clock.group(1));
		int minute = Integer.parseInt(clock.group(2));
		if (hour > LATEST_HOUR || minute > 59) {
			return null;
		}
		try {
			DayOfWeek named = DayOfWeek.valueOf(day.strip().toUpperCase(Locale.ROOT).replaceAll("S$", ""));
			return new Broadcast(named.plus(hour / 24), LocalTime.of(hour % 24, minute),
					(zone != null) ? ZoneId.of(zone) : Broadcast.JAPAN);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return null;
		}
	}

	private static @Nullable PartialDate date(String text) {
		if (YEAR.matcher(text).matches()) {
			return new PartialDate(LocalDate.of(Integer.parseInt(text), 1, 1), PartialDate.Precision.YEAR);
		}
		try {
			return PartialDate.of(LocalDate.parse(text, DAY));
		}
		catch (DateTimeParseException notADay) {
			try {
				return new PartialDate(YearMonth.parse(text, MONTH).atDay(1), PartialDate.Precision.MONTH);
			}
			catch (DateTimeParseException notAMonth) {
				return null;
			}
		}
	}

}

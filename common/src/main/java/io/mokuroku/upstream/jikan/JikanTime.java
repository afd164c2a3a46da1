package io.mokuroku.upstream.jikan;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.ListingTime;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * How Jikan writes dates, slots and lengths.
 */
final class JikanTime {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM[,] uuuu", Locale.ENGLISH);

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern LENGTH = Pattern.compile("(?<!\\d)(\\d{1,5}) (hr|min|sec)");

	private JikanTime() {
	}

	/** {@code 1 hr 41 min}, {@code 24 min per ep}, {@code 45 sec} in seconds. */
	static @Nullable Integer seconds(@Nullable String duration, Notes notes) {
		String text = Values.text(duration);
		if (text == null) {
			return null;
		}
		Matcher part = LENGTH.matcher(text);
		int seconds = 0;
		while (part.find()) {
			seconds += Integer.parseInt(part.group(1)) * switch (part.group(2)) {
				case "hr" -> 3600;
				case "min" -> 60;
				default -> 1;
			};
		}
		if (seconds == 0) {
			notes.add("duration", text);
		}
		return (seconds > 0) ? seconds : null;
	}

	/**
	 * One end of {@code aired}. Only the text tells how precise a date is; the instants
	 * beside it are padded to the first day.
	 * @param text {@code Oct 4, 2026 to ?}
	 * @param end 0 for the first day, 1 for the last
	 */
	static @Nullable PartialDate date(@Nullable String text, int end, Notes notes) {
		if (text == null) {
			return null;
		}
		String[] ends = text.split(" to ", 2);
		if (ends.length == 1) {
			// one day alone is the first and the last, but a premiere may stand there too
			return (end == 0) ? date(ends[0], notes) : null;
		}
		return date(ends[end], notes);
	}

	/**
	 * A weekly slot. Listings count the hours after midnight into the evening before:
	 * Saturdays 25:30 is Sunday 01:30.
	 * @param day {@code Saturdays}
	 * @param time {@code HH:mm}, up to 29:59
	 */
	static @Nullable Broadcast slot(@Nullable String day, @Nullable String time, @Nullable String zone, Notes notes) {
		DayOfWeek named = Labels.DAY.of(day, notes);
		String clock = Values.text(time);
		if (named == null || clock == null) {
			return null;
		}
		Optional<ListingTime> listed = ListingTime.parse(clock);
		try {
			ZoneId where = (zone != null) ? ZoneId.of(zone) : Broadcast.JAPAN;
			if (listed.isPresent()) {
				return listed.get().weekly(named, where);
			}
			notes.add("time", clock);
		}
		catch (DateTimeException ex) {
			notes.add("zone", String.valueOf(zone));
		}
		return null;
	}

	private static @Nullable PartialDate date(String text, Notes notes) {
		String date = Values.text(text);
		if (date == null) {
			return null;
		}
		if (YEAR.matcher(date).matches()) {
			return new PartialDate(LocalDate.of(Integer.parseInt(date), 1, 1), PartialDate.Precision.YEAR);
		}
		try {
			return PartialDate.of(LocalDate.parse(date, DAY));
		}
		catch (DateTimeParseException notADay) {
			try {
				return new PartialDate(YearMonth.parse(date, MONTH).atDay(1), PartialDate.Precision.MONTH);
			}
			catch (DateTimeParseException notAMonth) {
				notes.add("date", date);
				return null;
			}
		}
	}

}

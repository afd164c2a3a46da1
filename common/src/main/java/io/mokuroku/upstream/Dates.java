package io.mokuroku.upstream;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates and instants as providers write them. A date stays the date that is printed, in
 * whatever zone its padding stands: moving it would give the day before. Years before
 * 1900 occur by mistake and mean nothing.
 */
public final class Dates {

	private static final String DATE = "date";

	private static final int EARLIEST_YEAR = 1900;

	private static final Pattern PARTIAL = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");

	private Dates() {
	}

	/**
	 * The calendar date at the beginning of a stamp.
	 * @param stamp {@code 2026-10-04}, alone or with any time and offset after it
	 */
	public static @Nullable LocalDate printed(@Nullable String stamp, Notes notes) {
		String text = Values.text(stamp);
		if (text == null) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text.substring(0, Math.min(10, text.length())));
			if (date.getYear() >= EARLIEST_YEAR) {
				return date;
			}
		}
		catch (DateTimeParseException ex) {
			// noted like a year that cannot be
		}
		notes.add(DATE, text);
		return null;
	}

	/** {@code 2026}, {@code 2026-10} or {@code 2026-10-04}, as precise as it is long. */
	public static @Nullable PartialDate partial(@Nullable String date, Notes notes) {
		String text = Values.text(date);
		if (text == null) {
			return null;
		}
		Matcher parts = PARTIAL.matcher(text);
		if (!parts.matches()) {
			notes.add(DATE, text);
			return null;
		}
		return partial(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)), notes);
	}

	/** A date by its parts, of which the later may be absent or 0. */
	public static @Nullable PartialDate partial(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day,
			Notes notes) {
		Integer itsYear = Values.positive(year);
		Integer itsMonth = Values.positive(month);
		Integer itsDay = Values.positive(day);
		if (itsYear == null) {
			return null;
		}
		try {
			if (itsYear >= EARLIEST_YEAR) {
				return existing(itsYear, itsMonth, itsDay);
			}
		}
		catch (DateTimeException ex) {
			// noted like a year that cannot be
		}
		notes.add(DATE, itsYear + "-" + month + "-" + day);
		return null;
	}

	/**
	 * A birthday in ISO 8601, as far as it is known: {@code 1990-10-04}, {@code 1990-10},
	 * {@code 1990}, {@code --10-04}.
	 */
	public static @Nullable String birthday(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
		Integer itsYear = Values.positive(year);
		Integer itsMonth = Values.positive(month);
		Integer itsDay = Values.positive(day);
		if (itsYear != null && (itsMonth == null || itsMonth > 12)) {
			return String.format(Locale.ROOT, "%04d", itsYear);
		}
		if (itsMonth == null || itsMonth > 12) {
			return null;
		}
		String when = (itsYear != null) ? String.format(Locale.ROOT, "%04d-%02d", itsYear, itsMonth)
				: String.format(Locale.ROOT, "--%02d", itsMonth);
		return (itsDay != null && itsDay <= 31) ? when + String.format(Locale.ROOT, "-%02d", itsDay) : when;
	}

	/**
	 * A real instant.
	 * @param stamp ISO 8601 with an offset; {@code 0001-01-01T00:00:00Z} means that there
	 * is none
	 */
	public static @Nullable Instant instant(@Nullable String stamp, Notes notes) {
		String text = Values.text(stamp);
		if (text == null) {
			return null;
		}
		try {
			OffsetDateTime time = OffsetDateTime.parse(text);
			if (time.getYear() == 1) {
				return null;
			}
			if (time.getYear() >= EARLIEST_YEAR) {
				return time.toInstant();
			}
		}
		catch (DateTimeParseException ex) {
			// noted like a year that cannot be
		}
		notes.add(DATE, text);
		return null;
	}

	/** A real instant in seconds since 1970; 0 is none. */
	public static @Nullable Instant instant(@Nullable Long seconds) {
		return (seconds != null && seconds > 0) ? Instant.ofEpochSecond(seconds) : null;
	}

	private static PartialDate existing(int year, @Nullable Integer month, @Nullable Integer day) {
		if (month == null) {
			return new PartialDate(LocalDate.of(year, 1, 1), PartialDate.Precision.YEAR);
		}
		return (day == null) ? new PartialDate(YearMonth.of(year, month).atDay(1), PartialDate.Precision.MONTH)
				: PartialDate.of(LocalDate.of(year, month, day));
	}

	private static @Nullable Integer number(@Nullable String digits) {
		return (digits != null) ? Integer.valueOf(digits) : null;
	}

}

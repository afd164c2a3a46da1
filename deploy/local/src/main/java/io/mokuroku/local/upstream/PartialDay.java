package io.mokuroku.local.upstream;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A day of which perhaps only the month or the year is known.
 *
 * @param day the day, padded to the first where it is not known
 * @param precision number of parts known: 1 year, 2 month, 3 day
 */
record PartialDay(LocalDate day, int precision) {

	private static final String[] SHAPES = { "yyyy", "MMM yyyy", "MMM d, yyyy" };

	static @Nullable PartialDay parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		int precision = text.split("-", -1).length;
		return new PartialDay(LocalDate.parse(text + "-01-01".substring((precision - 1) * 3)), precision);
	}

	/**
	 * As MyAnimeList writes it, such as {@code Oct 4, 2006} or {@code Oct 2006}.
	 */
	String inWords() {
		return this.day.format(DateTimeFormatter.ofPattern(SHAPES[this.precision - 1], Locale.ENGLISH));
	}

}

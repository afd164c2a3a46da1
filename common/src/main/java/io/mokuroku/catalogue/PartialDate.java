package io.mokuroku.catalogue;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A Japanese calendar date of which sometimes only the month or the year is known. It is
 * never converted between time zones.
 *
 * @param date the date; unknown parts are the first of the month or year
 * @param precision how much of it is known
 */
public record PartialDate(LocalDate date, Precision precision) {

	public PartialDate {
		Objects.requireNonNull(precision, "precision");
		date = switch (precision) {
			case DAY -> date;
			case MONTH -> date.withDayOfMonth(1);
			case YEAR -> date.withDayOfYear(1);
		};
	}

	/** A date of which the day is known. */
	public static PartialDate of(LocalDate day) {
		return new PartialDate(day, Precision.DAY);
	}

	/** What is known of it: {@code 2026}, {@code 2026-11} or {@code 2026-11-22}. */
	public String text() {
		String whole = this.date.toString();
		return switch (this.precision) {
			case YEAR -> whole.substring(0, 4);
			case MONTH -> whole.substring(0, 7);
			case DAY -> whole;
		};
	}

	/** How much of a date is known. */
	public enum Precision {

		YEAR, MONTH, DAY

	}

}

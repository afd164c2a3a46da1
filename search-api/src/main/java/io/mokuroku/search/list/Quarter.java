package io.mokuroku.search.list;

import java.time.Instant;
import java.time.LocalDate;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Season;

/**
 * A quarter of a year of Japanese television: winter is January to March.
 *
 * @param year the calendar year
 * @param season the quarter
 */
record Quarter(int year, Season season) {

	/** The quarter of an instant in Japan. */
	static Quarter at(Instant now) {
		LocalDate today = LocalDate.ofInstant(now, Broadcast.JAPAN);
		return new Quarter(today.getYear(), switch (today.getMonth()) {
			case JANUARY, FEBRUARY, MARCH -> Season.WINTER;
			case APRIL, MAY, JUNE -> Season.SPRING;
			case JULY, AUGUST, SEPTEMBER -> Season.SUMMER;
			case OCTOBER, NOVEMBER, DECEMBER -> Season.FALL;
		});
	}

	/** The quarter after this one. */
	Quarter next() {
		return switch (this.season) {
			case WINTER -> new Quarter(this.year, Season.SPRING);
			case SPRING -> new Quarter(this.year, Season.SUMMER);
			case SUMMER -> new Quarter(this.year, Season.FALL);
			case FALL -> new Quarter(this.year + 1, Season.WINTER);
		};
	}

	/** Whether something premieres in it. */
	boolean has(Airing airing) {
		return airing.season() == this.season && airing.year() != null && airing.year() == this.year;
	}

}

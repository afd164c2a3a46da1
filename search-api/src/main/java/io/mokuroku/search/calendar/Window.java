package io.mokuroku.search.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;

/**
 * The span of time a calendar is asked for.
 *
 * @param from the first instant
 * @param to the last, exclusive
 * @param zone whose clocks tell local times
 */
record Window(Instant from, Instant to, ZoneId zone) {

	/** The longest, as the calendar of the zone counts days. */
	static final int MOST_DAYS = 31;

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2200;

	/**
	 * Reads what a client sent.
	 * @param from a date, which begins at midnight in the zone, or an instant with an
	 * offset; today if absent
	 * @param to the same, exclusive; some days after the beginning if absent
	 * @param zone a name of the time-zone database
	 * @param usualDays how many days if nobody tells
	 * @throws ApiProblem 400 if that is no span of time, or too long a one
	 */
	static Window of(@Nullable String from, @Nullable String to, String zone, int usualDays, Instant now) {
		ZoneId where = zone(zone);
		Instant start = (from != null) ? instant("from", from, where)
				: LocalDate.ofInstant(now, where).atStartOfDay(where).toInstant();
		Instant end = (to != null) ? instant("to", to, where) : start.atZone(where).plusDays(usualDays).toInstant();
		if (!start.isBefore(end)) {
			throw ApiProblem.badParameter("to", "must be later than from");
		}
		if (end.isAfter(start.atZone(where).plusDays(MOST_DAYS).toInstant())) {
			throw ApiProblem.badParameter("to", "must be at most " + MOST_DAYS + " days after from");
		}
		return new Window(start, end, where);
	}

	/** Whether an instant lies in it. */
	boolean has(Instant at) {
		return !at.isBefore(this.from) && at.isBefore(this.to);
	}

	private static ZoneId zone(String name) {
		if (!ZoneId.getAvailableZoneIds().contains(name)) {
			throw ApiProblem.badParameter("zone", "must be a name of the time-zone database, such as Europe/Berlin");
		}
		return ZoneId.of(name);
	}

	private static Instant instant(String parameter, String text, ZoneId zone) {
		try {
			Instant at = (text.indexOf('T') < 0)
					? LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE).atStartOfDay(zone).toInstant()
					: OffsetDateTime.parse(text).toInstant();
			int year = at.atZone(zone).getYear();
			if (year >= FIRST_YEAR && year < LAST_YEAR) {
				return at;
			}
		}
		catch (DateTimeException ex) {
			// no time, or beyond what a clock can tell: said below
		}
		throw ApiProblem.badParameter(parameter,
				"must be a date such as 2026-11-28, or an instant such as 2026-11-28T00:00:00Z, between %d and %d"
					.formatted(FIRST_YEAR, LAST_YEAR));
	}

}

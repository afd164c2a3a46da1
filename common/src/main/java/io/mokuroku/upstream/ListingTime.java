package io.mokuroku.upstream;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.Broadcast;

/**
 * A time of day as Japanese listings print it. They count the hours after midnight into
 * the evening before: 25:30 is half past one of the next day.
 *
 * @param nextDay whether the calendar day is the one after the day it is listed under
 * @param clock the time on that calendar day
 */
public record ListingTime(boolean nextDay, LocalTime clock) {

	private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?");

	private static final int LATEST_HOUR = 29;

	/**
	 * Reads {@code HH:mm} from 00:00 to 29:59.
	 * @return empty if it is anything else
	 */
	public static Optional<ListingTime> parse(String text) {
		Matcher clock = CLOCK.matcher(text.strip());
		if (!clock.matches()) {
			return Optional.empty();
		}
		int hour = Integer.parseInt(clock.group(1));
		int minute = Integer.parseInt(clock.group(2));
		if (hour > LATEST_HOUR || minute > 59) {
			return Optional.empty();
		}
		return Optional.of(new ListingTime(hour >= 24, LocalTime.of(hour % 24, minute)));
	}

	/** The instant this time means in Japan under a listed day. */
	public Instant on(LocalDate listed) {
		return ZonedDateTime.of(listed.plusDays(this.nextDay ? 1 : 0), this.clock, Broadcast.JAPAN).toInstant();
	}

	/** The weekly slot this time means under a listed day of the week. */
	public Broadcast weekly(DayOfWeek listed, ZoneId zone) {
		return new Broadcast(listed.plus(this.nextDay ? 1 : 0), this.clock, zone);
	}

}

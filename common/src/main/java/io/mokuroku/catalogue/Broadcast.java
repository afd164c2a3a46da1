package io.mokuroku.catalogue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/**
 * A weekly slot on Japanese television.
 *
 * @param day the calendar day in {@code zone}, not the service day of late-night listings
 * @param time the start
 * @param zone the zone of both, normally Asia/Tokyo
 */
public record Broadcast(DayOfWeek day, LocalTime time, ZoneId zone) {

	/** Where Japanese calendar dates and slots are read. */
	public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	public Broadcast {
		Objects.requireNonNull(day, "day");
		Objects.requireNonNull(time, "time");
		Objects.requireNonNull(zone, "zone");
	}

	/**
	 * The first start of the slot at or after an instant. A start that a change of the
	 * clocks leaves out is later by as much as is left out; of one that it repeats the
	 * first counts.
	 */
	public Instant nextAtOrAfter(Instant from) {
		LocalDate date = LocalDate.ofInstant(from, this.zone).with(TemporalAdjusters.nextOrSame(this.day));
		Instant start = startOn(date);
		return start.isBefore(from) ? startOn(date.plusWeeks(1)) : start;
	}

	private Instant startOn(LocalDate date) {
		return ZonedDateTime.of(date, this.time, this.zone).toInstant();
	}

	/**
	 * The same time of day some weeks later, as the clocks of a zone show it.
	 * @param at a start
	 * @param zone the zone it is told in
	 * @param from the earliest answer
	 * @return the first one after {@code at} and not before {@code from}
	 */
	public static Instant weeksAfter(Instant at, ZoneId zone, Instant from) {
		LocalDateTime start = LocalDateTime.ofInstant(at, zone);
		do {
			start = start.plusWeeks(1);
		}
		while (start.atZone(zone).toInstant().isBefore(from));
		return start.atZone(zone).toInstant();
	}

}

package io.mokuroku.catalogue;

import java.time.DayOfWeek;
import java.time.Instant;
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

	/** The first start of the slot at or after an instant. */
	public Instant nextAtOrAfter(Instant from) {
		ZonedDateTime start = ZonedDateTime.ofInstant(from, this.zone);
		ZonedDateTime slot = start.with(TemporalAdjusters.nextOrSame(this.day)).with(this.time);
		return (slot.toInstant().isBefore(from) ? slot.plusWeeks(1) : slot).toInstant();
	}

}

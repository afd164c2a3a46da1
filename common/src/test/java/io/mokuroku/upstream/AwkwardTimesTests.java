package io.mokuroku.upstream;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

import io.mokuroku.catalogue.Broadcast;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Times that are easily read wrong, a line each. The instants were worked out by hand
 * from the rules of the zones.
 */
class AwkwardTimesTests {

	private static final long SEED = 20_261_127;

	private static final List<ZoneId> ZONES = List.of(Broadcast.JAPAN, ZoneId.of("America/New_York"),
			ZoneId.of("America/Los_Angeles"), ZoneId.of("America/Sao_Paulo"), ZoneId.of("Europe/London"),
			ZoneId.of("Australia/Lord_Howe"), ZoneId.of("Pacific/Apia"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("UTC"));

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			# late at night
			2026-11-21, 25:30,    2026-11-21T16:30:00Z
			2026-11-21, 24:00,    2026-11-21T15:00:00Z
			2026-11-21, 23:59,    2026-11-21T14:59:00Z
			2026-11-21, 29:59,    2026-11-21T20:59:00Z
			2026-11-21, 5:59,     2026-11-20T20:59:00Z
			2026-11-21, 00:00,    2026-11-20T15:00:00Z
			2026-11-21, 25:30:00, 2026-11-21T16:30:00Z
			# borders of months, years and leap days
			2026-12-31, 24:00,    2026-12-31T15:00:00Z
			2026-12-31, 25:05,    2026-12-31T16:05:00Z
			2026-11-30, 26:00,    2026-11-30T17:00:00Z
			2027-02-28, 24:30,    2027-02-28T15:30:00Z
			2028-02-28, 24:30,    2028-02-28T15:30:00Z
			2028-02-29, 25:00,    2028-02-29T16:00:00Z
			2100-02-28, 27:00,    2100-02-28T18:00:00Z
			# Japan moved its clocks from 1948 to 1951
			1950-07-01, 25:30,    1950-07-01T15:30:00Z
			1952-07-01, 25:30,    1952-07-01T16:30:00Z
			# no times
			2026-11-21, 30:00,    none
			2026-11-21, 25:60,    none
			2026-11-21, 2530,     none
			2026-11-21, -1:00,    none
			2026-11-21, 25:30:30, none
			2026-11-21, ２５:30,  none
			""")
	void readsListings(LocalDate listed, String clock, @Nullable Instant at) {
		assertThat(ListingTime.parse(clock).map((time) -> time.on(listed)).orElse(null)).isEqualTo(at);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# Japan has no summer time, so its hours move elsewhere
			SUNDAY,   01:30, Asia/Tokyo,          2026-11-21T16:30:00Z, 2026-11-21T16:30:00Z
			SUNDAY,   01:30, Asia/Tokyo,          2026-11-21T16:30:01Z, 2026-11-28T16:30:00Z
			SUNDAY,   23:30, Asia/Tokyo,          2026-03-08T00:00:00Z, 2026-03-08T14:30:00Z
			SUNDAY,   23:30, Asia/Tokyo,          2026-07-05T00:00:00Z, 2026-07-05T14:30:00Z
			MONDAY,   00:00, Asia/Tokyo,          2026-11-22T14:59:59Z, 2026-11-22T15:00:00Z
			FRIDAY,   00:30, Asia/Tokyo,          2026-12-31T00:00:00Z, 2026-12-31T15:30:00Z
			SATURDAY, 12:00, Asia/Tokyo,          2028-02-28T00:00:00Z, 2028-03-04T03:00:00Z
			TUESDAY,  18:00, Asia/Tokyo,          2028-02-29T00:00:00Z, 2028-02-29T09:00:00Z
			# releases of the United States keep their own clocks
			SATURDAY, 12:00, America/Los_Angeles, 2026-10-31T00:00:00Z, 2026-10-31T19:00:00Z
			SATURDAY, 12:00, America/Los_Angeles, 2026-11-01T00:00:00Z, 2026-11-07T20:00:00Z
			SATURDAY, 12:00, America/Los_Angeles, 2026-03-07T00:00:00Z, 2026-03-07T20:00:00Z
			SATURDAY, 12:00, America/Los_Angeles, 2026-03-08T00:00:00Z, 2026-03-14T19:00:00Z
			SATURDAY, 23:30, America/New_York,    2026-10-31T12:00:00Z, 2026-11-01T03:30:00Z
			# a start that is left out is an hour later, and the week after is not
			SUNDAY,   02:30, America/New_York,    2026-03-08T00:00:00Z, 2026-03-08T07:30:00Z
			SUNDAY,   02:30, America/New_York,    2026-03-08T07:30:01Z, 2026-03-15T06:30:00Z
			SUNDAY,   01:30, Europe/London,       2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z
			SUNDAY,   01:30, Europe/London,       2026-03-29T01:30:01Z, 2026-04-05T00:30:00Z
			SUNDAY,   02:15, Australia/Lord_Howe, 2026-10-03T12:00:00Z, 2026-10-03T15:45:00Z
			# a start that is repeated is the first one, and happens once
			SUNDAY,   01:30, America/New_York,    2026-11-01T00:00:00Z, 2026-11-01T05:30:00Z
			SUNDAY,   01:30, America/New_York,    2026-11-01T05:30:01Z, 2026-11-08T06:30:00Z
			SUNDAY,   01:30, America/New_York,    2026-11-01T06:10:00Z, 2026-11-08T06:30:00Z
			SUNDAY,   01:30, Europe/London,       2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z
			SUNDAY,   01:30, Europe/London,       2026-10-25T00:45:00Z, 2026-11-01T01:30:00Z
			# Brazil moved its clocks at midnight until 2019, and no more
			SUNDAY,   00:30, America/Sao_Paulo,   2018-11-04T00:00:00Z, 2018-11-04T03:30:00Z
			SUNDAY,   00:30, America/Sao_Paulo,   2018-11-04T03:30:01Z, 2018-11-11T02:30:00Z
			SATURDAY, 23:30, America/Sao_Paulo,   2018-02-17T12:00:00Z, 2018-02-18T01:30:00Z
			SUNDAY,   00:30, America/Sao_Paulo,   2026-11-01T00:00:00Z, 2026-11-01T03:30:00Z
			SUNDAY,   00:30, America/Sao_Paulo,   2027-02-21T00:00:00Z, 2027-02-21T03:30:00Z
			# a day that does not exist, and offsets that are no whole hours
			FRIDAY,   21:00, Pacific/Apia,        2011-12-30T00:00:00Z, 2011-12-31T07:00:00Z
			MONDAY,   20:00, Asia/Kathmandu,      2026-11-22T00:00:00Z, 2026-11-23T14:15:00Z
			""")
	void findsTheNextSlot(DayOfWeek day, LocalTime time, ZoneId zone, Instant from, Instant next) {
		assertThat(new Broadcast(day, time, zone).nextAtOrAfter(from)).isEqualTo(next);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			2026-10-04T00:00:00+00:00, 2026-10-04
			2026-10-04T00:00:00+09:00, 2026-10-04
			2026-10-04T23:59:59-11:00, 2026-10-04
			2026-10-04,                2026-10-04
			2028-02-29,                2028-02-29
			2026-02-29,                none
			2100-02-29,                none
			1900-01-01,                1900-01-01
			1899-12-31,                none
			0202-02-03,                none
			0001-01-01T00:00:00Z,      none
			2026-12-31T15:00:00Z,      2026-12-31
			""")
	void takesAPrintedDateAsItIs(String stamp, @Nullable LocalDate date) {
		assertThat(Dates.printed(stamp, Notes.none())).isEqualTo(date);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			2026-11-22T01:30:00.000+09:00, 2026-11-21T16:30:00Z
			2027-01-01T00:00:00+09:00,     2026-12-31T15:00:00Z
			2028-02-29T23:30:00-08:00,     2028-03-01T07:30:00Z
			2026-11-01T01:30:00-04:00,     2026-11-01T05:30:00Z
			2026-11-01T01:30:00-05:00,     2026-11-01T06:30:00Z
			2026-11-21T16:30:00,           none
			0001-01-01T00:00:00Z,          none
			0001-01-01T09:18:59+09:18,     none
			""")
	void readsAnInstantByItsOffset(String stamp, @Nullable Instant at) {
		assertThat(Dates.instant(stamp, Notes.none())).isEqualTo(at);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# the offset changes in between, the clock does not
			2026-10-31T19:00:00Z, America/Los_Angeles, 2026-11-01T00:00:00Z, 2026-11-07T20:00:00Z
			# the week in which the time is left out changes only itself
			2026-03-01T07:30:00Z, America/New_York,    2026-03-02T00:00:00Z, 2026-03-08T07:30:00Z
			2026-03-01T07:30:00Z, America/New_York,    2026-03-09T00:00:00Z, 2026-03-15T06:30:00Z
			2026-11-21T16:30:00Z, Asia/Tokyo,          2026-11-21T16:30:00Z, 2026-11-28T16:30:00Z
			2026-12-26T16:30:00Z, Asia/Tokyo,          2027-01-01T00:00:00Z, 2027-01-02T16:30:00Z
			""")
	void goesOnWeekByWeek(Instant at, ZoneId zone, Instant from, Instant next) {
		assertThat(Broadcast.weeksAfter(at, zone, from)).isEqualTo(next);
	}

	@Test
	void findsSlotsThatLieInTheFutureInOrderAndStayWhereTheyAre() {
		Random random = new Random(SEED);
		for (int i = 0; i < 5_000; i++) {
			Broadcast slot = new Broadcast(DayOfWeek.of(1 + random.nextInt(7)),
					LocalTime.of(random.nextInt(24), random.nextInt(60)), ZONES.get(random.nextInt(ZONES.size())));
			Instant from = Instant.parse("2010-01-01T00:00:00Z").plusSeconds(random.nextInt(1_000_000_000));
			Instant later = from.plusSeconds(random.nextInt(1_000_000));
			Instant next = slot.nextAtOrAfter(from);
			assertThat(next).as("%s from %s", slot, from)
				.isAfterOrEqualTo(from)
				.isBefore(from.plus(Duration.ofDays(9)))
				.isBeforeOrEqualTo(slot.nextAtOrAfter(later));
			assertThat(slot.nextAtOrAfter(next)).isEqualTo(next);
			ZonedDateTime local = next.atZone(slot.zone());
			boolean leftOut = slot.zone().getRules().getValidOffsets(local.toLocalDate().atTime(slot.time())).isEmpty();
			if (!leftOut && local.getDayOfWeek() == slot.day()) {
				assertThat(local.toLocalTime()).isEqualTo(slot.time());
			}
		}
	}

	@Test
	void readsAnHourAfterMidnightLikeTheSameHourOfTheNextDay() {
		Random random = new Random(SEED);
		for (int i = 0; i < 1_000; i++) {
			LocalDate day = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(40_000));
			int hour = random.nextInt(6);
			int minute = random.nextInt(60);
			assertThat(at("%d:%02d".formatted(hour + 24, minute), day))
				.isEqualTo(at("%02d:%02d".formatted(hour, minute), day.plusDays(1)));
		}
	}

	private static Instant at(String clock, LocalDate day) {
		return ListingTime.parse(clock).orElseThrow().on(day);
	}

}

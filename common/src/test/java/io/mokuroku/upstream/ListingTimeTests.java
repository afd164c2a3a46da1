package io.mokuroku.upstream;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import io.mokuroku.catalogue.Broadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ListingTimeTests {

	@ParameterizedTest
	@CsvSource({ "25:30, 2026-11-21T16:30:00Z", "24:00, 2026-11-21T15:00:00Z", "29:59, 2026-11-21T20:59:00Z",
			"23:59, 2026-11-21T14:59:00Z", "00:00, 2026-11-20T15:00:00Z", "9:05, 2026-11-21T00:05:00Z" })
	void countsTheHoursAfterMidnightIntoTheDayBefore(String text, Instant at) {
		assertThat(ListingTime.parse(text).orElseThrow().on(LocalDate.of(2026, 11, 21))).isEqualTo(at);
	}

	@Test
	void movesTheWeeklySlotToTheRealDay() {
		assertThat(ListingTime.parse("25:30").orElseThrow().weekly(DayOfWeek.SATURDAY, Broadcast.JAPAN))
			.isEqualTo(new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(1, 30), Broadcast.JAPAN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "30:00", "23:60", "noon", "", "1:2", "-1:00" })
	void refusesWhatIsNoTime(String text) {
		assertThat(ListingTime.parse(text)).isEmpty();
	}

}

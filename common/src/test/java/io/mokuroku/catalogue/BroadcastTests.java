package io.mokuroku.catalogue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BroadcastTests {

	@ParameterizedTest
	@CsvSource({ "2026-11-21T16:29:59Z, 2026-11-21T16:30:00Z", "2026-11-21T16:30:00Z, 2026-11-21T16:30:00Z",
			"2026-11-21T16:30:01Z, 2026-11-28T16:30:00Z", "2026-12-30T00:00:00Z, 2027-01-02T16:30:00Z" })
	void findsTheNextSlotOfLateSaturdayNight(Instant from, Instant next) {
		Broadcast sundayAtHalfPastOne = new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(1, 30), Broadcast.JAPAN);
		assertThat(sundayAtHalfPastOne.nextAtOrAfter(from)).isEqualTo(next);
	}

}

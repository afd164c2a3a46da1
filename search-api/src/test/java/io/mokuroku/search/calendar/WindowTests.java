package io.mokuroku.search.calendar;

import java.time.Duration;
import java.time.Instant;

import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which span of time is meant.
 */
class WindowTests {

	private static final Instant NOW = Instant.parse("2026-11-27T22:30:00Z");

	@ParameterizedTest
	@CsvSource({ "UTC,2026-11-27T00:00:00Z", "Asia/Tokyo,2026-11-27T15:00:00Z", "Europe/Berlin,2026-11-26T23:00:00Z",
			"America/New_York,2026-11-27T05:00:00Z" })
	void beginsTodayByTheClocksOfTheZone(String zone, Instant from) {
		Window window = Window.of(null, null, zone, 7, NOW);
		assertThat(window.from()).isEqualTo(from);
		assertThat(Duration.between(window.from(), window.to())).isEqualTo(Duration.ofDays(7));
	}

	/** The night in which clocks go back is 25 hours long, the other one 23. */
	@ParameterizedTest
	@CsvSource({ "2026-10-25,2026-10-26,25", "2026-03-29,2026-03-30,23", "2026-11-28,2026-11-29,24" })
	void countsDaysByTheClocksOfTheZone(String from, String to, long hours) {
		Window window = Window.of(from, to, "Europe/Berlin", 7, NOW);
		assertThat(Duration.between(window.from(), window.to())).isEqualTo(Duration.ofHours(hours));
	}

	@Test
	void takesAMonthAcrossTheChangeOfClocksButNoMore() {
		assertThat(Window.of("2026-10-10", "2026-11-10", "Europe/Berlin", 7, NOW).to())
			.isEqualTo(Instant.parse("2026-11-09T23:00:00Z"));
		refused("to", "2026-10-10", "2026-11-11", "Europe/Berlin");
		refused("to", "2026-10-10T00:00:00+02:00", "2026-11-10T00:00:01+01:00", "Europe/Berlin");
	}

	@Test
	void takesInstantsWithTheirOffsets() {
		Window window = Window.of("2026-11-28T01:30:00+09:00", "2026-11-28T00:00:00Z", "Asia/Tokyo", 7, NOW);
		assertThat(window.from()).isEqualTo("2026-11-27T16:30:00Z");
		assertThat(window.has(Instant.parse("2026-11-27T16:30:00Z"))).isTrue();
		assertThat(window.has(Instant.parse("2026-11-28T00:00:00Z"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "from,2026-02-30,,UTC", "from,tomorrow,,UTC", "from,2026-11-28T10:00:00,,UTC", "from,0000-01-01,,UTC",
			"from,+999999999-12-31T23:59:59Z,,UTC", "from,-999999999-01-01T00:00:00+18:00,,UTC",
			"to,2026-11-28,2026-11-28,UTC", "to,2026-11-28,2026-11-27,UTC", "to,2026-11-01,2026-12-03,UTC",
			"to,2026-11-01,2026-13-01,UTC", "zone,,,Mars/Olympus", "zone,,,+09:00", "zone,,,JST", "zone,,,utc",
			"zone,,,''" })
	void refusesWhatIsNoSpanOfTime(String parameter, @Nullable String from, @Nullable String to, String zone) {
		refused(parameter, from, to, zone);
	}

	private static void refused(String parameter, @Nullable String from, @Nullable String to, String zone) {
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> Window.of(from, to, zone, 7, NOW))
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(400))
			.withMessageContaining(parameter.equals("zone") ? "time-zone" : parameter.equals("from") ? "date" : "");
	}

}

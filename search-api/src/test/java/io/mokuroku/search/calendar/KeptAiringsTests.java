package io.mokuroku.search.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.Shows;
import io.mokuroku.upstream.TurningClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class KeptAiringsTests {

	private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

	private final TurningClock clock = new TurningClock();

	private final List<String> read = new ArrayList<>();

	private boolean away;

	private final KeptAirings airings = new KeptAirings((from, to) -> {
		if (this.away) {
			throw new RetryableFailure("away", null);
		}
		this.read.add(from + " " + to);
		return List.of(AiringAnime.of(Shows.anEntry(1, "One")));
	}, this.clock);

	@Test
	void readsWholeDaysOnceInHalfAMinute() {
		assertThat(this.airings.between(NOON, NOON.plusSeconds(60))).hasSize(1);
		this.airings.between(NOON.plusSeconds(7), NOON.plus(Duration.ofHours(12)));
		assertThat(this.read).containsExactly("2026-11-28T00:00:00Z 2026-11-29T00:00:00Z");
		this.clock.turn(KeptAirings.USED_FOR);
		this.airings.between(NOON, NOON.plusSeconds(60));
		assertThat(this.read).hasSize(2);
	}

	@Test
	void keepsNoMoreSpansThanItMay() {
		for (int day = 0; day <= KeptAirings.MOST; day++) {
			this.airings.between(NOON.plus(Duration.ofDays(day)), NOON.plus(Duration.ofDays(day + 1)));
		}
		this.airings.between(NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(2)));
		assertThat(this.read).as("the second is kept").hasSize(KeptAirings.MOST + 1);
		this.airings.between(NOON, NOON.plus(Duration.ofDays(1)));
		assertThat(this.read).as("the first is not").hasSize(KeptAirings.MOST + 2);
	}

	@Test
	void keepsNoFailure() {
		this.away = true;
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.airings.between(NOON, NOON.plusSeconds(1)));
		this.away = false;
		assertThat(this.airings.between(NOON, NOON.plusSeconds(1))).hasSize(1);
	}

}

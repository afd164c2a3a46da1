package io.mokuroku.upstream.shared;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutagesTests {

	private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

	private final Outages outages = new Outages();

	@Test
	void tellsOnceThatItIsAwayAndOnceThatItIsBack() {
		assertThat(this.outages.back()).isFalse();
		assertThat(this.outages.away(NOON)).isTrue();
		assertThat(this.outages.away(NOON.plusSeconds(1))).isFalse();
		assertThat(this.outages.back()).isTrue();
		assertThat(this.outages.back()).isFalse();
	}

	@Test
	void isQuietWhileItComesAndGoes() {
		int lines = 0;
		for (Instant now = NOON; now.isBefore(NOON.plus(Outages.QUIET.multipliedBy(2))); now = now.plusMillis(100)) {
			lines += this.outages.away(now) ? 1 : 0;
			lines += this.outages.back() ? 1 : 0;
		}
		assertThat(lines).isEqualTo(4);
	}

	@Test
	void saysNothingOfAFirstConnectionThatTakesLong() {
		assertThat(this.outages.away(NOON)).isFalse();
		assertThat(this.outages.back()).isFalse();
		assertThat(this.outages.away(NOON.plusSeconds(5))).isTrue();
	}

	@Test
	void tellsOfWhatIsAwayFromTheBeginning() {
		assertThat(this.outages.away(NOON)).isFalse();
		assertThat(this.outages.away(NOON.plusSeconds(1))).isTrue();
	}

	@Test
	void tellsInTheEndOfWhatStaysAway() {
		this.outages.back();
		this.outages.away(NOON);
		this.outages.back();
		assertThat(this.outages.away(NOON.plusSeconds(1))).isFalse();
		assertThat(this.outages.back()).as("nobody was told that it went").isFalse();
		assertThat(this.outages.away(NOON.plus(Outages.QUIET))).isTrue();
		assertThat(this.outages.back()).isTrue();
	}

}

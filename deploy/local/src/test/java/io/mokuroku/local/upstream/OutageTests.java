package io.mokuroku.local.upstream;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTests {

	private Instant now = Instant.parse("2026-01-10T12:00:00Z");

	private final Outage outage = new Outage(() -> this.now);

	@Test
	void strikesAShareOfAllQuestionsUntilItEnds() {
		assertThat(struck()).isZero();
		assertThat(this.outage.begin(Map.of("percent", "40", "seconds", "10")).status()).isEqualTo(200);
		assertThat(struck()).isEqualTo(40);
		this.now = this.now.plusSeconds(11);
		assertThat(struck()).isZero();
	}

	@Test
	void isNotBegunByWhatMakesNoSense() {
		assertThat(this.outage.begin(Map.of("percent", "101", "seconds", "10")).status()).isEqualTo(400);
		assertThat(this.outage.begin(Map.of("percent", "50")).status()).isEqualTo(400);
		assertThat(struck()).isZero();
	}

	private long struck() {
		return IntStream.range(0, 100).filter((_) -> this.outage.strikes()).count();
	}

}

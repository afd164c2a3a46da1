package io.mokuroku.local.supervise;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RestartPolicyTests {

	private final RestartPolicy policy = RestartPolicy.DEFAULT;

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 4", "5, 16", "6, 30", "7, 30", "1000000, 30" })
	void doublesTheDelayUpToHalfAMinute(int deaths, int seconds) {
		assertThat(this.policy.delay(deaths)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void countsDeathsOfAProcessThatWasNotHealthyForLong() {
		assertThat(this.policy.deathsInARow(3, Duration.ZERO)).isEqualTo(4);
		assertThat(this.policy.deathsInARow(3, Duration.ofSeconds(59))).isEqualTo(4);
	}

	@Test
	void forgivesAfterAMinuteOfHealth() {
		assertThat(this.policy.deathsInARow(9, Duration.ofMinutes(1))).isEqualTo(1);
	}

}

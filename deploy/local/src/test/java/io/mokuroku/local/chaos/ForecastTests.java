package io.mokuroku.local.chaos;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTests {

	private static final Duration TIME = Duration.ofSeconds(60);

	@Test
	void comesAgainWithItsSeed() {
		assertThat(Forecast.of(7, 14, TIME)).isEqualTo(Forecast.of(7, 14, TIME)).isNotEqualTo(Forecast.of(8, 14, TIME));
	}

	@Test
	void bringsEverySortOfTroubleBeforeAnyComesTwice() {
		for (int seed = 0; seed < 50; seed++) {
			List<Class<?>> sorts = Forecast.of(seed, 8, TIME)
				.comings()
				.stream()
				.<Class<?>>map((coming) -> coming.trouble().getClass())
				.toList();
			assertThat(new HashSet<>(sorts)).as("seed " + seed).hasSize(8);
		}
	}

	@Test
	void bringsThemInTheOrderOfTheirTimes() {
		List<Duration> times = Forecast.of(3, 40, TIME).comings().stream().map(Forecast.Coming::after).toList();
		assertThat(times).isSorted().allMatch((time) -> time.compareTo(TIME) < 0);
	}

	@Test
	void strikesEveryProcessWithinAFewSeeds() {
		Set<String> killed = new HashSet<>();
		IntStream.range(0, 50).forEach((seed) -> Forecast.of(seed, 14, TIME).comings().forEach((coming) -> {
			if (coming.trouble() instanceof Trouble.Killed(String process)) {
				killed.add(process);
			}
		}));
		assertThat(killed).hasSize(7).contains("cloud", "dynamodb", "search-api");
	}

}

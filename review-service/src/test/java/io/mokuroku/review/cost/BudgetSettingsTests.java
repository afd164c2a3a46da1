package io.mokuroku.review.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class BudgetSettingsTests {

	@Test
	void asksSixtyADayUnlessToldOtherwise() {
		assertThat(bound(Map.of()))
			.isEqualTo(new BudgetSettings(60, 1200, 2000, Duration.ofMinutes(1), Map.of(), "USD"));
	}

	@Test
	void readsEveryKey() {
		assertThat(bound(Map.of("tasks-per-day", "1", "tasks-per-month", "2", "popular-rank", "3", "release-every",
				"4s", "price.a2i", "0.08", "currency", "EUR")))
			.isEqualTo(
					new BudgetSettings(1, 2, 3, Duration.ofSeconds(4), Map.of("a2i", new BigDecimal("0.08")), "EUR"));
	}

	@Test
	void countsWhatHasNoPriceAsFree() {
		BudgetSettings settings = bound(Map.of("price.a2i", "0.08"));
		assertThat(settings.cost("a2i", 3)).isEqualByComparingTo("0.24");
		assertThat(settings.cost("portal", 3)).isZero();
	}

	private static BudgetSettings bound(Map<String, String> properties) {
		Map<String, String> named = properties.entrySet()
			.stream()
			.collect(Collectors.toMap((each) -> "mokuroku.reviews.budget." + each.getKey(), Map.Entry::getValue));
		return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("mokuroku.reviews.budget",
				BudgetSettings.class);
	}

}

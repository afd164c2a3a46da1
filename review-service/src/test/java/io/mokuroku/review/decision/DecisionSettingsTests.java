package io.mokuroku.review.decision;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class DecisionSettingsTests {

	@Test
	void hasDefaultsAndReadsEveryKey() {
		assertThat(bind(Map.of())).isEqualTo(new DecisionSettings(Duration.ofSeconds(15), Duration.ofMinutes(5)));
		assertThat(bind(Map.of("mokuroku.reviews.deliver-every", "2m", "mokuroku.reviews.heartbeat-every", "1m")))
			.isEqualTo(new DecisionSettings(Duration.ofMinutes(2), Duration.ofMinutes(1)));
	}

	private static DecisionSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.reviews",
				DecisionSettings.class);
	}

}

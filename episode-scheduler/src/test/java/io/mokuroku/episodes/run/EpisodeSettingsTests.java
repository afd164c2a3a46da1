package io.mokuroku.episodes.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class EpisodeSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new EpisodeSettings(Duration.ofHours(24), Duration.ofHours(25),
				Duration.ofMinutes(24), Duration.ofMinutes(10), Duration.ofSeconds(5), Duration.ofMinutes(5),
				Duration.ofHours(1), 5_000, 500));
		assertThat(isValid(bind(Map.of()))).isTrue();
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.ofEntries(Map.entry("mokuroku.episodes.catch-up", "1h"),
				Map.entry("mokuroku.episodes.look-ahead", "2h"), Map.entry("mokuroku.episodes.usual-duration", "3m"),
				Map.entry("mokuroku.episodes.confirm-after", "4m"), Map.entry("mokuroku.episodes.missed-delay", "5s"),
				Map.entry("mokuroku.episodes.replan-every", "6m"), Map.entry("mokuroku.episodes.refresh-every", "7m"),
				Map.entry("mokuroku.episodes.share-above", "8"),
				Map.entry("mokuroku.episodes.most-per-schedule", "9"))))
			.isEqualTo(new EpisodeSettings(Duration.ofHours(1), Duration.ofHours(2), Duration.ofMinutes(3),
					Duration.ofMinutes(4), Duration.ofSeconds(5), Duration.ofMinutes(6), Duration.ofMinutes(7), 8, 9));
	}

	@Test
	void refusesWhatCannotWork() {
		for (Map<String, String> wrong : List.of(Map.of("mokuroku.episodes.replan-every", "0s"),
				Map.of("mokuroku.episodes.refresh-every", "0s"), Map.of("mokuroku.episodes.share-above", "-1"),
				Map.of("mokuroku.episodes.most-per-schedule", "0"),
				Map.of("mokuroku.episodes.most-per-schedule", "1001"))) {
			assertThat(isValid(bind(wrong))).as(wrong.toString()).isFalse();
		}
	}

	private static boolean isValid(EpisodeSettings settings) {
		try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
			return validation.getValidator().validate(settings).isEmpty();
		}
	}

	private static EpisodeSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.episodes",
				EpisodeSettings.class);
	}

}

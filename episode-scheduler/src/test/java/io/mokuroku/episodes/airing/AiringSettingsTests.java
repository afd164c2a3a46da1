package io.mokuroku.episodes.airing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class AiringSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of()))
			.isEqualTo(new AiringSettings(true, true, true, true, Duration.ofDays(8), Duration.ofHours(24), 300, 30));
		assertThat(isValid(bind(Map.of()))).isTrue();
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.ofEntries(Map.entry("mokuroku.episodes.airing.anilist", "false"),
				Map.entry("mokuroku.episodes.airing.animeschedule", "false"),
				Map.entry("mokuroku.episodes.airing.slot", "false"),
				Map.entry("mokuroku.episodes.airing.kitsu", "false"), Map.entry("mokuroku.episodes.airing.ahead", "1d"),
				Map.entry("mokuroku.episodes.airing.catch-up", "2h"),
				Map.entry("mokuroku.episodes.airing.most-lookups", "3"),
				Map.entry("mokuroku.episodes.airing.most-releases", "4"))))
			.isEqualTo(new AiringSettings(false, false, false, false, Duration.ofDays(1), Duration.ofHours(2), 3, 4));
	}

	@Test
	void refusesWhatCannotWork() {
		for (Map<String, String> wrong : List.of(Map.of("mokuroku.episodes.airing.most-lookups", "-1"),
				Map.of("mokuroku.episodes.airing.most-releases", "1001"))) {
			assertThat(isValid(bind(wrong))).as(wrong.toString()).isFalse();
		}
	}

	private static boolean isValid(AiringSettings settings) {
		try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
			return validation.getValidator().validate(settings).isEmpty();
		}
	}

	private static AiringSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.episodes.airing",
				AiringSettings.class);
	}

}

package io.mokuroku.episodes.trigger;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class TriggerSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new TriggerSettings(Duration.ofHours(48), 4, Duration.ofHours(2), 3,
				Duration.ofHours(24), Duration.ofDays(7), Duration.ofHours(25)));
		assertThat(isValid(bind(Map.of()))).isTrue();
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.ofEntries(Map.entry("mokuroku.episodes.trigger.oldest", "1h"),
				Map.entry("mokuroku.episodes.trigger.concurrency", "2"),
				Map.entry("mokuroku.episodes.trigger.look-again-after", "3m"),
				Map.entry("mokuroku.episodes.trigger.quick-looks", "4"),
				Map.entry("mokuroku.episodes.trigger.later-looks-every", "5m"),
				Map.entry("mokuroku.episodes.trigger.give-up-after", "6d"),
				Map.entry("mokuroku.episodes.trigger.premieres-within", "7h"))))
			.isEqualTo(new TriggerSettings(Duration.ofHours(1), 2, Duration.ofMinutes(3), 4, Duration.ofMinutes(5),
					Duration.ofDays(6), Duration.ofHours(7)));
	}

	@Test
	void refusesWhatCannotWork() {
		for (Map<String, String> wrong : List.of(Map.of("mokuroku.episodes.trigger.concurrency", "0"),
				Map.of("mokuroku.episodes.trigger.look-again-after", "1s"),
				Map.of("mokuroku.episodes.trigger.quick-looks", "21"),
				Map.of("mokuroku.episodes.trigger.later-looks-every", "0s"))) {
			assertThat(isValid(bind(wrong))).as(wrong.toString()).isFalse();
		}
	}

	private static boolean isValid(TriggerSettings settings) {
		try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
			return validation.getValidator().validate(settings).isEmpty();
		}
	}

	private static TriggerSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.episodes.trigger",
				TriggerSettings.class);
	}

}

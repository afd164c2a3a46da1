package io.mokuroku.episodes.schedules;

import java.util.List;
import java.util.Map;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new ScheduleSettings("mokuroku-episodes",
				"arn:aws:iam::000000000000:role/mokuroku-scheduler", "cron(5 0 * * ? *)", 200, 16, 5));
		assertThat(isValid(bind(Map.of()))).isTrue();
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.ofEntries(Map.entry("mokuroku.episodes.schedules.group", "g"),
				Map.entry("mokuroku.episodes.schedules.role-arn", "r"),
				Map.entry("mokuroku.episodes.schedules.daily-plan", "cron(0 1 * * ? *)"),
				Map.entry("mokuroku.episodes.schedules.calls-per-second", "1"),
				Map.entry("mokuroku.episodes.schedules.calls-at-once", "2"),
				Map.entry("mokuroku.episodes.schedules.attempts", "3"))))
			.isEqualTo(new ScheduleSettings("g", "r", "cron(0 1 * * ? *)", 1, 2, 3));
	}

	@Test
	void refusesWhatCannotWork() {
		for (Map<String, String> wrong : List.of(Map.of("mokuroku.episodes.schedules.group", "no spaces"),
				Map.of("mokuroku.episodes.schedules.calls-per-second", "0"),
				Map.of("mokuroku.episodes.schedules.calls-at-once", "0"),
				Map.of("mokuroku.episodes.schedules.attempts", "0"))) {
			assertThat(isValid(bind(wrong))).as(wrong.toString()).isFalse();
		}
	}

	private static boolean isValid(ScheduleSettings settings) {
		try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
			return validation.getValidator().validate(settings).isEmpty();
		}
	}

	private static ScheduleSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.episodes.schedules",
				ScheduleSettings.class);
	}

}

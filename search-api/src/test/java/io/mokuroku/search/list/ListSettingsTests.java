package io.mokuroku.search.list;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ListSettingsTests {

	@Test
	void computesLongListsEveryHourUnlessToldOtherwise() {
		assertThat(bind(Map.of())).isEqualTo(new ListSettings(500, Duration.ofSeconds(2), Duration.ofDays(7),
				Duration.ofHours(2), Duration.ofSeconds(30), new ListSettings.Schedule(true, "cron(0 * * * ? *)",
						"mokuroku-search", "arn:aws:iam::000000000000:role/mokuroku-scheduler")));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of("most", "10", "look-every", "1s", "keep", "1d", "keep-replaced", "1h", "first-every",
				"1m", "schedule.enabled", "false", "schedule.expression", "rate(5 minutes)", "schedule.group", "g",
				"schedule.role-arn", "r")))
			.isEqualTo(new ListSettings(10, Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofHours(1),
					Duration.ofMinutes(1), new ListSettings.Schedule(false, "rate(5 minutes)", "g", "r")));
	}

	@Test
	void refusesTimesThatLetNothingBeKept() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> bind(Map.of("keep", "0s")))
			.withRootCauseInstanceOf(IllegalArgumentException.class);
	}

	private static ListSettings bind(Map<String, String> settings) {
		Map<String, String> named = new HashMap<>();
		settings.forEach((key, value) -> named.put("mokuroku.lists." + key, value));
		return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("mokuroku.lists", ListSettings.class);
	}

}

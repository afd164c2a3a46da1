package io.mokuroku.sync.weekly;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class WeeklySettingsTests {

	private static final String AT = "mokuroku.sync.weekly";

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new WeeklySettings(true, "cron(0 1,7,19 ? * SAT *)", "mokuroku-sync",
				"arn:aws:iam::000000000000:role/mokuroku-scheduler"));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of(AT + ".enabled", "false", AT + ".cron", "rate(1 day)", AT + ".group", "g",
				AT + ".role-arn", "r")))
			.isEqualTo(new WeeklySettings(false, "rate(1 day)", "g", "r"));
	}

	private static WeeklySettings bind(Map<String, String> keys) {
		return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(AT, WeeklySettings.class);
	}

}

package io.mokuroku.review.task;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class TaskSettingsTests {

	private static final String AT = "mokuroku.reviews.claims";

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new TaskSettings(Duration.ofMinutes(30)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of(AT + ".lasting", "1h"))).isEqualTo(new TaskSettings(Duration.ofHours(1)));
	}

	private static TaskSettings bind(Map<String, String> keys) {
		return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(AT, TaskSettings.class);
	}

}

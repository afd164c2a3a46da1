package io.mokuroku.search.changes;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class ChangeSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new ChangeSettings(Duration.ofSeconds(10)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of("settle", "3s"))).isEqualTo(new ChangeSettings(Duration.ofSeconds(3)));
	}

	@Test
	void refusesTimesThatMakeNoSense() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> bind(Map.of("settle", "-1s")))
			.withRootCauseInstanceOf(IllegalArgumentException.class);
	}

	private static ChangeSettings bind(Map<String, String> settings) {
		Map<String, String> named = new HashMap<>();
		settings.forEach((key, value) -> named.put("mokuroku.changes." + key, value));
		return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("mokuroku.changes",
				ChangeSettings.class);
	}

}

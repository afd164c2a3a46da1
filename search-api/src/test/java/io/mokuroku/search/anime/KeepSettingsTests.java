package io.mokuroku.search.anime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class KeepSettingsTests {

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new KeepSettings(Duration.ofMinutes(15), Duration.ofHours(1),
				Duration.ofSeconds(1), 2_000, Duration.ofMillis(50), Duration.ofSeconds(5)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(
				Map.of("shared", "1m", "forgotten", "2h", "own", "0s", "most", "7", "patience", "9ms", "rest", "1s")))
			.isEqualTo(new KeepSettings(Duration.ofMinutes(1), Duration.ofHours(2), Duration.ZERO, 7,
					Duration.ofMillis(9), Duration.ofSeconds(1)));
	}

	@Test
	void refusesTimesThatMakeNoSense() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> bind(Map.of("patience", "0s")))
			.withRootCauseInstanceOf(IllegalArgumentException.class);
	}

	private static KeepSettings bind(Map<String, String> settings) {
		Map<String, String> named = new HashMap<>();
		settings.forEach((key, value) -> named.put("mokuroku.entries.keep." + key, value));
		return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("mokuroku.entries.keep",
				KeepSettings.class);
	}

}

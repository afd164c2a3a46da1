package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoreSettingsTests {

	@Test
	void givesUpAfterTwentySecondsUnlessToldOtherwise() {
		assertThat(bind(Map.of())).isEqualTo(new StoreSettings(Duration.ofSeconds(10), Duration.ofSeconds(20)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of("mokuroku.store.attempt", "1s", "mokuroku.store.call", "1500ms")))
			.isEqualTo(new StoreSettings(Duration.ofSeconds(1), Duration.ofMillis(1500)));
	}

	@Test
	void refusesWhatCannotWork() {
		for (Map<String, String> wrong : List.of(Map.of("mokuroku.store.attempt", "0s"),
				Map.of("mokuroku.store.attempt", "3s", "mokuroku.store.call", "2s"))) {
			assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(wrong));
		}
	}

	private static StoreSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.store",
				StoreSettings.class);
	}

}

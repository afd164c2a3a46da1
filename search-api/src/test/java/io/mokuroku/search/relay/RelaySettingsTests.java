package io.mokuroku.search.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class RelaySettingsTests {

	private static final String AT = "mokuroku.relay";

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new RelaySettings(0.25, Duration.ofSeconds(1)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of(AT + ".share", "0.5", AT + ".patience", "3s")))
			.isEqualTo(new RelaySettings(0.5, Duration.ofSeconds(3)));
	}

	@Test
	void refusesPatienceThatEndsBeforeItBegins() {
		for (String patience : List.of("0s", "-1s")) {
			assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of(AT + ".patience", patience)));
		}
	}

	private static RelaySettings bind(Map<String, String> keys) {
		return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(AT, RelaySettings.class);
	}

}

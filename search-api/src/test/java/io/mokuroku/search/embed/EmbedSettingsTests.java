package io.mokuroku.search.embed;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class EmbedSettingsTests {

	private static final String AT = "mokuroku.embed";

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new EmbedSettings(true, 256, 0.4, Duration.ofSeconds(1)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of(AT + ".enabled", "false", AT + ".batch", "7", AT + ".busy-share", "0.1",
				AT + ".busy-for", "2s")))
			.isEqualTo(new EmbedSettings(false, 7, 0.1, Duration.ofSeconds(2)));
	}

	private static EmbedSettings bind(Map<String, String> keys) {
		return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(AT, EmbedSettings.class);
	}

}

package io.mokuroku.sync.snapshot;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

final class ExportSettingsTests {

	private static final String AT = "mokuroku.exports";

	@Test
	void hasDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new ExportSettings("mokuroku-exports", 2));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of(AT + ".bucket", "other", AT + ".keep", "3"))).isEqualTo(new ExportSettings("other", 3));
	}

	private static ExportSettings bind(Map<String, String> keys) {
		return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(AT, ExportSettings.class);
	}

}

package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class EnrichmentSettingsTests {

	private static final String PREFIX = "mokuroku.enrichment.";

	@Test
	void worksWithoutAnySetting() {
		assertThat(bound(Map.of())).isEqualTo(new EnrichmentSettings(true, "mokuroku-enrichment", null,
				"arn:aws:iam::000000000000:role/mokuroku-enrichment", 20, 8, Duration.ofHours(24),
				Duration.ofSeconds(30)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bound(Map.of(PREFIX + "register-state-machine", "false", PREFIX + "state-machine-name", "machine",
				PREFIX + "state-machine-arn", "arn:machine", PREFIX + "role-arn", "arn:role", PREFIX + "max-running",
				"3", PREFIX + "task-concurrency", "2", PREFIX + "lock-for", "1h", PREFIX + "heartbeat-every", "5s")))
			.isEqualTo(new EnrichmentSettings(false, "machine", "arn:machine", "arn:role", 3, 2, Duration.ofHours(1),
					Duration.ofSeconds(5)));
	}

	@ParameterizedTest
	@CsvSource({ "max-running, 0", "task-concurrency, 0", "lock-for, 25h", "lock-for, 0s", "heartbeat-every, 0s",
			"register-state-machine, false" })
	void refusesWhatCannotWork(String key, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(Map.of(PREFIX + key, value)))
			.withRootCauseInstanceOf(IllegalArgumentException.class);
	}

	private static EnrichmentSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.enrichment",
				EnrichmentSettings.class);
	}

}

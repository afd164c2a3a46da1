package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class WorkAreaSettingsTests {

	private static final String PREFIX = "mokuroku.enrichment.work-area.";

	@Test
	void worksWithoutAnySetting() {
		assertThat(bound(Map.of())).isEqualTo(new WorkAreaSettings(DataSize.ofMegabytes(64), DataSize.ofGigabytes(4),
				Duration.ofHours(6), Duration.ofMinutes(15)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bound(Map.of(PREFIX + "per-execution", "1MB", PREFIX + "total", "2MB", PREFIX + "keep-for", "1h",
				PREFIX + "sweep-every", "1m")))
			.isEqualTo(new WorkAreaSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(2), Duration.ofHours(1),
					Duration.ofMinutes(1)));
	}

	@ParameterizedTest
	@CsvSource({ "per-execution, 0B", "total, 1MB", "keep-for, 0s", "sweep-every, 0s" })
	void refusesWhatCannotWork(String key, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(Map.of(PREFIX + key, value)))
			.withRootCauseInstanceOf(IllegalArgumentException.class);
	}

	private static WorkAreaSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.enrichment.work-area",
				WorkAreaSettings.class);
	}

}

package io.mokuroku.sync;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SyncSettingsTests {

	@Test
	void areModestByDefault() {
		SyncSettings settings = bind(Map.of());
		assertThat(settings.parallelism()).isEqualTo(2);
		assertThat(settings.scanSegments()).isEqualTo(8);
		assertThat(settings.enrichmentsPerRun()).isEqualTo(250);
		assertThat(settings.enrichmentsInFlight()).isEqualTo(100);
		assertThat(settings.enrichmentPatience()).hasMinutes(15);
		assertThat(settings.bucket()).isEqualTo("mokuroku-releases");
	}

	@Test
	void takeEveryKey() {
		SyncSettings settings = bind(Map.of("parallelism", "3", "scan-segments", "4", "enrichments-per-run", "5",
				"enrichments-in-flight", "6", "enrichment-patience", "7s", "bucket", "another"));
		assertThat(settings.parallelism()).isEqualTo(3);
		assertThat(settings.scanSegments()).isEqualTo(4);
		assertThat(settings.enrichmentsPerRun()).isEqualTo(5);
		assertThat(settings.enrichmentsInFlight()).isEqualTo(6);
		assertThat(settings.enrichmentPatience()).hasSeconds(7);
		assertThat(settings.bucket()).isEqualTo("another");
	}

	@Test
	void refuseWhatCannotBe() {
		Map.of("parallelism", "17", "scan-segments", "0", "enrichments-per-run", "-1", "enrichments-in-flight", "0",
				"enrichment-patience", "-1s", "bucket", "")
			.forEach((key, value) -> assertThatExceptionOfType(BindException.class).as(key)
				.isThrownBy(() -> bind(Map.of(key, value))));
	}

	private static SyncSettings bind(Map<String, String> values) {
		Map<String, String> properties = new HashMap<>();
		values.forEach((key, value) -> properties.put("mokuroku.sync." + key, value));
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.sync",
				SyncSettings.class);
	}

}

package io.mokuroku.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobSettingsTests {

	@Test
	void toleratesFiveMinutesBetweenClocksUnlessToldOtherwise() {
		assertThat(bind(Map.of()))
			.isEqualTo(new JobSettings(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(5)));
	}

	@Test
	void readsEveryKey() {
		assertThat(bind(Map.of("mokuroku.jobs.lease", "1m", "mokuroku.jobs.clock-skew", "0s",
				"mokuroku.jobs.look-every", "100ms")))
			.isEqualTo(new JobSettings(Duration.ofMinutes(1), Duration.ZERO, Duration.ofMillis(100)));
	}

	@Test
	void refusesWhatCannotWork() {
		for (Map<String, String> wrong : List.of(Map.of("mokuroku.jobs.lease", "999ms"),
				Map.of("mokuroku.jobs.clock-skew", "-1s"), Map.of("mokuroku.jobs.look-every", "0s"))) {
			assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(wrong));
		}
	}

	private static JobSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.jobs",
				JobSettings.class);
	}

}

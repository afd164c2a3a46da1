package io.mokuroku.sync.snapshot;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SnapshotSettingsTests {

	@Test
	void takesOneEverySundayAndKeepsEightUnlessToldOtherwise() {
		SnapshotSettings.Schedule schedule = new SnapshotSettings.Schedule("cron(0 3 ? * SUN *)", "mokuroku-snapshots",
				"arn:aws:iam::000000000000:role/mokuroku-scheduler", 8, 12, Duration.ofDays(30));
		assertThat(bind(Map.of())).isEqualTo(
				new SnapshotSettings("mokuroku-snapshots", 4, 4, DataSize.ofMegabytes(16), DataSize.ofMegabytes(8),
						Duration.ofSeconds(5), Duration.ofMinutes(1), 3, Duration.ofSeconds(10), schedule));
		assertThat(schedule.off()).isFalse();
		assertThat(schedule.rules()).isEqualTo(new Retention.Rules(8, 12, Duration.ofDays(30)));
	}

	@Test
	void readsEveryKey() {
		Map<String, String> keys = new HashMap<>(Map.of("bucket", "b", "segments", "8", "parallelism", "2", "file-size",
				"1MB", "part-size", "6MB", "settle", "1s", "clock-skew", "2s", "attempts", "5", "retry-after", "3s"));
		keys.putAll(Map.of("schedule.cron", "off", "schedule.group", "g", "schedule.role-arn", "arn:r",
				"schedule.keep-weekly", "1", "schedule.keep-months", "0", "schedule.keep-on-demand", "1d"));
		assertThat(bind(keys)).isEqualTo(new SnapshotSettings("b", 8, 2, DataSize.ofMegabytes(1),
				DataSize.ofMegabytes(6), Duration.ofSeconds(1), Duration.ofSeconds(2), 5, Duration.ofSeconds(3),
				new SnapshotSettings.Schedule("off", "g", "arn:r", 1, 0, Duration.ofDays(1))));
		assertThat(bind(keys).schedule().off()).isTrue();
	}

	@Test
	void refusesWhatCannotWork() {
		for (Map<String, String> wrong : List.of(Map.of("part-size", "4MB"), Map.of("settle", "-1s"),
				Map.of("clock-skew", "-1s"))) {
			assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(wrong));
		}
	}

	private static SnapshotSettings bind(Map<String, String> keys) {
		Map<String, String> properties = new HashMap<>();
		keys.forEach((key, value) -> properties.put("mokuroku.snapshots." + key, value));
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("mokuroku.snapshots",
				SnapshotSettings.class);
	}

}

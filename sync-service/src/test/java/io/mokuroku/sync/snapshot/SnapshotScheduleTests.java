package io.mokuroku.sync.snapshot;

import java.time.Duration;

import io.mokuroku.message.SnapshotRequested;
import io.mokuroku.message.WireFormat;
import io.mokuroku.recurring.RecurringRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SnapshotScheduleTests {

	@Test
	void asksForASnapshotOfItsOwnEachTime() {
		RecurringRequest weekly = SnapshotConfiguration.weekly(schedule("cron(0 3 ? * SUN *)"));
		assertThat(weekly.enabled()).isTrue();
		assertThat(weekly.expression()).isEqualTo("cron(0 3 ? * SUN *)");
		String fired = WireFormat.write(weekly.message())
			.replace("<aws.scheduler.scheduled-time>", "2026-11-29T03:00:00Z");
		assertThat(WireFormat.read(fired, SnapshotRequested.class))
			.isEqualTo(new SnapshotRequested("weekly-2026-11-29T03:00:00Z", SnapshotRequested.Cause.WEEKLY));
	}

	@Test
	void isSwitchedOffByAWord() {
		assertThat(SnapshotConfiguration.weekly(schedule("off")).enabled()).isFalse();
	}

	private static SnapshotSettings.Schedule schedule(String cron) {
		return new SnapshotSettings.Schedule(cron, "snapshots", "arn:role", 8, 12, Duration.ofDays(30));
	}

}

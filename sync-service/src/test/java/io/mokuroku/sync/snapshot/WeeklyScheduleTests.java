package io.mokuroku.sync.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.message.SnapshotRequested;
import io.mokuroku.message.WireFormat;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleResponse;

import static org.assertj.core.api.Assertions.assertThat;

class WeeklyScheduleTests {

	private final SchedulesInMemory scheduler = new SchedulesInMemory();

	private final WeeklySchedule weekly = new WeeklySchedule(this.scheduler, (queue) -> "arn:" + queue,
			new SnapshotSettings.Schedule("cron(0 3 ? * SUN *)", "snapshots", "arn:role", 8, 12, Duration.ofDays(30)));

	@Test
	void asksTheQueueForSnapshotsEverySunday() {
		this.weekly.register();
		CreateScheduleRequest created = this.scheduler.created.getFirst();
		assertThat(created.scheduleExpression()).isEqualTo("cron(0 3 ? * SUN *)");
		assertThat(created.scheduleExpressionTimezone()).isEqualTo("UTC");
		Target target = created.target();
		assertThat(target.arn()).isEqualTo("arn:snapshot-requests");
		assertThat(target.deadLetterConfig().arn()).isEqualTo("arn:snapshot-requests-dlq");
		String fired = target.input().replace("<aws.scheduler.scheduled-time>", "2026-11-29T03:00:00Z");
		assertThat(WireFormat.read(fired, SnapshotRequested.class))
			.isEqualTo(new SnapshotRequested("weekly-2026-11-29T03:00:00Z", SnapshotRequested.Cause.WEEKLY));
	}

	@Test
	void bringsAnOlderScheduleUpToDate() {
		this.weekly.register();
		this.weekly.register();
		assertThat(this.scheduler.created).hasSize(1);
		assertThat(this.scheduler.updated).isEqualTo(1);
	}

	/** Schedules that never fire. */
	private static final class SchedulesInMemory implements SchedulerClient {

		private final List<CreateScheduleRequest> created = new ArrayList<>();

		private int updated;

		@Override
		public CreateScheduleGroupResponse createScheduleGroup(CreateScheduleGroupRequest request) {
			if (!this.created.isEmpty()) {
				throw ConflictException.builder().build();
			}
			return CreateScheduleGroupResponse.builder().build();
		}

		@Override
		public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
			if (!this.created.isEmpty()) {
				throw ConflictException.builder().build();
			}
			this.created.add(request);
			return CreateScheduleResponse.builder().build();
		}

		@Override
		public UpdateScheduleResponse updateSchedule(UpdateScheduleRequest request) {
			this.updated++;
			return UpdateScheduleResponse.builder().build();
		}

		@Override
		public String serviceName() {
			return "scheduler";
		}

		@Override
		public void close() {
			this.created.clear();
		}

	}

}

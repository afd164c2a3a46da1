package io.mokuroku.recurring;

import java.util.ArrayList;
import java.util.List;

import io.mokuroku.message.SyncRequested;
import io.mokuroku.message.WireFormat;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleResponse;

import static org.assertj.core.api.Assertions.assertThat;

class RecurringScheduleTests {

	private final SchedulerInMemory scheduler = new SchedulerInMemory();

	@Test
	void asksForTheNewestReleaseEverySaturday() {
		schedule(true).register();
		schedule(true).register();
		assertThat(this.scheduler.expressions).containsExactly("cron(0 1 ? * SAT *)", "cron(0 1 ? * SAT *)");
		SyncRequested request = WireFormat.read(this.scheduler.input, SyncRequested.class);
		assertThat(request.source()).isEqualTo(SyncRequested.LATEST);
		assertThat(request.requestId()).isEqualTo("weekly-<aws.scheduler.scheduled-time>");
		assertThat(this.scheduler.target).isEqualTo("arn:sync-requests");
	}

	@Test
	void removesTheScheduleWhereItIsSwitchedOff() {
		schedule(true).register();
		schedule(false).register();
		schedule(false).register();
		assertThat(this.scheduler.exists).isFalse();
	}

	private RecurringSchedule schedule(boolean enabled) {
		return new RecurringSchedule(this.scheduler, (queue) -> "arn:" + queue,
				new RecurringRequest("sync-latest", enabled, "cron(0 1 ? * SAT *)", "mokuroku-sync", "arn:role",
						new SyncRequested(SyncRequested.LATEST, RecurringRequest.requestId("weekly"))));
	}

	/** Knows one schedule. */
	private static final class SchedulerInMemory implements SchedulerClient {

		private final List<String> expressions = new ArrayList<>();

		private boolean exists;

		private boolean group;

		private String input = "";

		private String target = "";

		@Override
		public CreateScheduleGroupResponse createScheduleGroup(CreateScheduleGroupRequest request) {
			if (this.group) {
				throw ConflictException.builder().message("there is one").build();
			}
			this.group = true;
			return CreateScheduleGroupResponse.builder().build();
		}

		@Override
		public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
			if (this.exists) {
				throw ConflictException.builder().message("there is one").build();
			}
			this.exists = true;
			this.expressions.add(request.scheduleExpression());
			this.input = request.target().input();
			this.target = request.target().arn();
			return CreateScheduleResponse.builder().build();
		}

		@Override
		public UpdateScheduleResponse updateSchedule(UpdateScheduleRequest request) {
			this.expressions.add(request.scheduleExpression());
			return UpdateScheduleResponse.builder().build();
		}

		@Override
		public DeleteScheduleResponse deleteSchedule(DeleteScheduleRequest request) {
			if (!this.exists) {
				throw ResourceNotFoundException.builder().message("there is none").build();
			}
			this.exists = false;
			return DeleteScheduleResponse.builder().build();
		}

		@Override
		public String serviceName() {
			return "scheduler";
		}

		@Override
		public void close() {
			this.exists = false;
		}

	}

}

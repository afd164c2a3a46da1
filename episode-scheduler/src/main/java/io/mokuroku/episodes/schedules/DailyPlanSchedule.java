package io.mokuroku.episodes.schedules;

import io.mokuroku.message.MessageQueue;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * The recurring schedule that asks for the plan of each day.
 */
public final class DailyPlanSchedule {

	private static final String NAME = "plan-day";

	/** Read as {@code ScheduleRequested}: the time in UTC begins with its date. */
	private static final String INPUT = "{\"date\":\"<aws.scheduler.scheduled-time>\"}";

	private final SchedulerClient scheduler;

	private final ScheduleGroup group;

	private final QueueTargets targets;

	private final SchedulerCalls calls;

	private final String cron;

	DailyPlanSchedule(SchedulerClient scheduler, ScheduleGroup group, QueueTargets targets, SchedulerCalls calls,
			String cron) {
		this.scheduler = scheduler;
		this.group = group;
		this.targets = targets;
		this.calls = calls;
		this.cron = cron;
	}

	/**
	 * Makes sure that the schedule exists as it should be; doing it twice is harmless.
	 * @throws io.mokuroku.message.RetryableFailure if the service cannot be reached
	 */
	public void register() {
		this.calls.calling(() -> {
			this.group.create();
			Target target = this.targets.to(MessageQueue.SCHEDULE_REQUESTS, INPUT);
			try {
				this.scheduler.createSchedule((create) -> create.groupName(this.group.name())
					.name(NAME)
					.scheduleExpression(this.cron)
					.scheduleExpressionTimezone("UTC")
					.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
					.target(target));
			}
			catch (ConflictException _) {
				this.scheduler.updateSchedule((update) -> update.groupName(this.group.name())
					.name(NAME)
					.scheduleExpression(this.cron)
					.scheduleExpressionTimezone("UTC")
					.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
					.target(target));
			}
			return NAME;
		});
	}

}

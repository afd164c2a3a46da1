package io.mokuroku.recurring;

import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

import io.mokuroku.message.MessageQueue;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.WireFormat;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * A recurring request as EventBridge Scheduler keeps it.
 */
final class RecurringSchedule {

	private static final int MOST_ATTEMPTS = 10;

	private static final int OLDEST_EVENT_SECONDS = 6 * 60 * 60;

	private final SchedulerClient scheduler;

	private final UnaryOperator<String> arns;

	private final RecurringRequest request;

	/**
	 * A schedule.
	 * @param arns the ARN of a queue by its name
	 */
	RecurringSchedule(SchedulerClient scheduler, UnaryOperator<String> arns, RecurringRequest request) {
		this.scheduler = scheduler;
		this.arns = arns;
		this.request = request;
	}

	/**
	 * Makes sure that the schedule is there exactly if it should be; doing it twice is
	 * harmless.
	 * @throws RetryableFailure if the scheduler cannot be reached or is overloaded
	 * @throws PermanentFailure if the scheduler refuses the schedule
	 */
	void register() {
		try {
			if (this.request.enabled()) {
				createGroup();
				put();
			}
			else {
				remove();
			}
		}
		catch (SdkClientException | CompletionException ex) {
			throw new RetryableFailure("The scheduler cannot be reached", ex);
		}
		catch (SchedulerException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("The scheduler is overloaded", ex);
			}
			throw new PermanentFailure("schedule_refused", "The scheduler refuses: " + ex.getMessage(), ex);
		}
	}

	private void createGroup() {
		try {
			this.scheduler.createScheduleGroup((create) -> create.name(this.request.group()));
		}
		catch (ConflictException _) {
			return;
		}
	}

	private void put() {
		Target target = target();
		FlexibleTimeWindow exactly = FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.OFF).build();
		try {
			this.scheduler.createSchedule((create) -> create.groupName(this.request.group())
				.name(this.request.name())
				.scheduleExpression(this.request.expression())
				.scheduleExpressionTimezone("UTC")
				.flexibleTimeWindow(exactly)
				.target(target));
		}
		catch (ConflictException _) {
			this.scheduler.updateSchedule((update) -> update.groupName(this.request.group())
				.name(this.request.name())
				.scheduleExpression(this.request.expression())
				.scheduleExpressionTimezone("UTC")
				.flexibleTimeWindow(exactly)
				.target(target));
		}
	}

	private void remove() {
		try {
			this.scheduler.deleteSchedule((delete) -> delete.groupName(this.request.group()).name(this.request.name()));
		}
		catch (ResourceNotFoundException _) {
			return;
		}
	}

	private Target target() {
		String queue = MessageQueue.of(this.request.message()).queueName();
		return Target.builder()
			.arn(this.arns.apply(queue))
			.roleArn(this.request.roleArn())
			.input(WireFormat.write(this.request.message()))
			.retryPolicy(
					(retry) -> retry.maximumRetryAttempts(MOST_ATTEMPTS).maximumEventAgeInSeconds(OLDEST_EVENT_SECONDS))
			.deadLetterConfig((dead) -> dead.arn(this.arns.apply(queue + "-dlq")))
			.build();
	}

}

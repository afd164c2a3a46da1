package io.mokuroku.sync.weekly;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

import io.mokuroku.message.MessageQueue;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.QueueUrls;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.SyncRequested;
import io.mokuroku.message.WireFormat;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The schedule as EventBridge Scheduler keeps it. Each time has a request id of its own,
 * so that a message that arrives twice is one run.
 */
final class WeeklySchedule {

	private static final String NAME = "sync-latest";

	private static final int MOST_ATTEMPTS = 10;

	private static final int OLDEST_EVENT_SECONDS = 6 * 60 * 60;

	private final SchedulerClient scheduler;

	private final UnaryOperator<String> arns;

	private final WeeklySettings settings;

	/**
	 * A schedule.
	 * @param arns the ARN of a queue by its name
	 */
	WeeklySchedule(SchedulerClient scheduler, UnaryOperator<String> arns, WeeklySettings settings) {
		this.scheduler = scheduler;
		this.arns = arns;
		this.settings = settings;
	}

	/**
	 * Makes sure that the schedule is there exactly if it should be; doing it twice is
	 * harmless.
	 * @throws RetryableFailure if the scheduler cannot be reached or is overloaded
	 * @throws PermanentFailure if the scheduler refuses the schedule
	 */
	void register() {
		try {
			if (this.settings.enabled()) {
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

	/** Asks SQS for the ARNs of queues. */
	static UnaryOperator<String> arns(SqsAsyncClient sqs, QueueUrls urls) {
		return (queue) -> {
			String url = urls.of(queue);
			Map<QueueAttributeName, String> attributes = sqs
				.getQueueAttributes((ask) -> ask.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
				.join()
				.attributes();
			return Objects.requireNonNull(attributes.get(QueueAttributeName.QUEUE_ARN), queue);
		};
	}

	private void createGroup() {
		try {
			this.scheduler.createScheduleGroup((create) -> create.name(this.settings.group()));
		}
		catch (ConflictException _) {
			return;
		}
	}

	private void put() {
		Target target = target();
		FlexibleTimeWindow exactly = FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.OFF).build();
		try {
			this.scheduler.createSchedule((create) -> create.groupName(this.settings.group())
				.name(NAME)
				.scheduleExpression(this.settings.cron())
				.scheduleExpressionTimezone("UTC")
				.flexibleTimeWindow(exactly)
				.target(target));
		}
		catch (ConflictException _) {
			this.scheduler.updateSchedule((update) -> update.groupName(this.settings.group())
				.name(NAME)
				.scheduleExpression(this.settings.cron())
				.scheduleExpressionTimezone("UTC")
				.flexibleTimeWindow(exactly)
				.target(target));
		}
	}

	private void remove() {
		try {
			this.scheduler.deleteSchedule((delete) -> delete.groupName(this.settings.group()).name(NAME));
		}
		catch (ResourceNotFoundException _) {
			return;
		}
	}

	private Target target() {
		String queue = MessageQueue.SYNC_REQUESTS.queueName();
		SyncRequested request = new SyncRequested(SyncRequested.LATEST, "weekly-<aws.scheduler.scheduled-time>");
		return Target.builder()
			.arn(this.arns.apply(queue))
			.roleArn(this.settings.roleArn())
			.input(WireFormat.write(request))
			.retryPolicy(
					(retry) -> retry.maximumRetryAttempts(MOST_ATTEMPTS).maximumEventAgeInSeconds(OLDEST_EVENT_SECONDS))
			.deadLetterConfig((dead) -> dead.arn(this.arns.apply(queue + "-dlq")))
			.build();
	}

}

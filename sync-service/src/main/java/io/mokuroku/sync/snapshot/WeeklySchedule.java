package io.mokuroku.sync.snapshot;

import java.time.Duration;
import java.util.function.UnaryOperator;

import io.mokuroku.message.MessageQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;

import org.springframework.context.SmartLifecycle;

/**
 * Registers the recurring schedule that asks for snapshots, in the background and until
 * it succeeds.
 */
final class WeeklySchedule implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(WeeklySchedule.class);

	private static final String NAME = "take-snapshot";

	/** Read as {@code SnapshotRequested}; each time it fires is a request of its own. */
	private static final String INPUT = "{\"requestId\":\"weekly-<aws.scheduler.scheduled-time>\",\"cause\":\"WEEKLY\"}";

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	private final SchedulerClient scheduler;

	private final UnaryOperator<String> queueArns;

	private final SnapshotSettings.Schedule settings;

	private volatile @Nullable Thread worker;

	/**
	 * A schedule that is not registered yet.
	 * @param queueArns the ARN of a queue by its name
	 */
	WeeklySchedule(SchedulerClient scheduler, UnaryOperator<String> queueArns, SnapshotSettings.Schedule settings) {
		this.scheduler = scheduler;
		this.queueArns = queueArns;
		this.settings = settings;
	}

	/** Makes sure that the schedule is as it should be; doing it twice is harmless. */
	void register() {
		try {
			this.scheduler.createScheduleGroup((create) -> create.name(this.settings.group()));
		}
		catch (ConflictException _) {
			logger.debug("schedule group exists");
		}
		String queue = MessageQueue.SNAPSHOT_REQUESTS.queueName();
		Target target = Target.builder()
			.arn(this.queueArns.apply(queue))
			.roleArn(this.settings.roleArn())
			.input(INPUT)
			.deadLetterConfig((dead) -> dead.arn(this.queueArns.apply(queue + "-dlq")))
			.build();
		try {
			this.scheduler.createSchedule((create) -> create.groupName(this.settings.group())
				.name(NAME)
				.scheduleExpression(this.settings.cron())
				.scheduleExpressionTimezone("UTC")
				.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
				.target(target));
		}
		catch (ConflictException _) {
			this.scheduler.updateSchedule((update) -> update.groupName(this.settings.group())
				.name(NAME)
				.scheduleExpression(this.settings.cron())
				.scheduleExpressionTimezone("UTC")
				.flexibleTimeWindow((window) -> window.mode(FlexibleTimeWindowMode.OFF))
				.target(target));
		}
	}

	@Override
	public void start() {
		this.worker = Thread.ofVirtual().name("snapshot-schedule").start(this::registerPatiently);
	}

	@Override
	public void stop() {
		Thread running = this.worker;
		this.worker = null;
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.worker != null;
	}

	private void registerPatiently() {
		Duration pause = Duration.ofSeconds(2);
		while (!Thread.currentThread().isInterrupted()) {
			try {
				register();
				logger.info("snapshots scheduled cron={}", this.settings.cron());
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("snapshots not scheduled, trying again in={} failure={}", pause, ex.toString());
			}
			try {
				Thread.sleep(pause);
			}
			catch (InterruptedException _) {
				return;
			}
			pause = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

}

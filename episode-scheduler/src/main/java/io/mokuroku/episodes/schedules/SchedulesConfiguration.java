package io.mokuroku.episodes.schedules;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import io.mokuroku.cloud.Patience;
import io.mokuroku.episodes.plan.Schedules;
import io.mokuroku.message.QueueUrls;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleSettings.class)
class SchedulesConfiguration {

	@Bean
	SchedulerClient schedulerClient() {
		return Patience.CALLS
			.with(SchedulerClient.builder()
				.overrideConfiguration((calls) -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())))
			.build();
	}

	@Bean
	ScheduleGroup scheduleGroup(SchedulerClient scheduler, ScheduleSettings settings) {
		return new ScheduleGroup(scheduler, settings.group());
	}

	@Bean
	QueueTargets queueTargets(SqsAsyncClient sqs, QueueUrls urls, ScheduleSettings settings) {
		return new QueueTargets(new QueueArns(sqs, urls)::of, settings.roleArn());
	}

	@Bean
	SchedulerCalls schedulerCalls(ScheduleSettings settings) {
		return new SchedulerCalls(new CallRate(settings.callsPerSecond(), System::nanoTime, Thread::sleep),
				RandomGenerator.getDefault(), settings.attempts());
	}

	@Bean
	Schedules schedules(SchedulerClient scheduler, ScheduleGroup group, QueueTargets targets, SchedulerCalls calls,
			ScheduleSettings settings, InstantSource clock) {
		return new EventBridgeSchedules(new ScheduleItems(scheduler, group, targets, calls),
				new Workers(settings.callsAtOnce()), clock);
	}

	@Bean
	DailyPlanSchedule dailyPlanSchedule(SchedulerClient scheduler, ScheduleGroup group, QueueTargets targets,
			SchedulerCalls calls, ScheduleSettings settings) {
		return new DailyPlanSchedule(scheduler, group, targets, calls, settings.dailyPlan());
	}

}

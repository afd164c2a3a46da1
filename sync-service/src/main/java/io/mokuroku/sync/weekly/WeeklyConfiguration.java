package io.mokuroku.sync.weekly;

import java.time.Duration;

import io.mokuroku.message.QueueUrls;
import io.mokuroku.message.SyncRequested;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What happens every week, and the sync that does.
 */
@Configuration(proxyBeanMethods = false)
class WeeklyConfiguration {

	@Bean
	SchedulerClient schedulerClient() {
		return SchedulerClient.builder()
			.overrideConfiguration((calls) -> calls.apiCallTimeout(Duration.ofSeconds(20)))
			.build();
	}

	@Bean
	WeeklySchedules weeklySchedules(SchedulerClient scheduler, SqsAsyncClient sqs, QueueUrls urls) {
		return new WeeklySchedules(scheduler, sqs, urls);
	}

	@Bean
	SmartLifecycle weeklySync(WeeklySchedules schedules, WeeklySettings settings) {
		return schedules.atStart(new WeeklyRequest("sync-latest", settings.enabled(), settings.cron(), settings.group(),
				settings.roleArn(), new SyncRequested(SyncRequested.LATEST, WeeklyRequest.REQUEST_ID)));
	}

}

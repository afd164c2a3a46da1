package io.mokuroku.sync.weekly;

import java.time.Duration;

import io.mokuroku.message.QueueUrls;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The weekly schedule.
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
	ScheduleAtStart scheduleAtStart(SchedulerClient scheduler, SqsAsyncClient sqs, QueueUrls urls,
			WeeklySettings settings) {
		return new ScheduleAtStart(new WeeklySchedule(scheduler, WeeklySchedule.arns(sqs, urls), settings));
	}

}

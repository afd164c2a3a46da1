package io.mokuroku.recurring;

import io.mokuroku.cloud.Patience;
import io.mokuroku.message.QueueUrls;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Schedules, for services that import it and have the scheduler's client.
 */
@Configuration(proxyBeanMethods = false)
public class RecurringConfiguration {

	@Bean
	SchedulerClient schedulerClient() {
		return Patience.CALLS.with(SchedulerClient.builder()).build();
	}

	@Bean
	RecurringSchedules recurringSchedules(SchedulerClient scheduler, SqsAsyncClient sqs, QueueUrls urls) {
		return new RecurringSchedules(scheduler, sqs, urls);
	}

}

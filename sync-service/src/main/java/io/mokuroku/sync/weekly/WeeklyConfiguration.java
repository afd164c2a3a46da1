package io.mokuroku.sync.weekly;

import io.mokuroku.message.SyncRequested;
import io.mokuroku.recurring.RecurringConfiguration;
import io.mokuroku.recurring.RecurringRequest;
import io.mokuroku.recurring.RecurringSchedules;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The sync of every week.
 */
@Configuration(proxyBeanMethods = false)
@Import(RecurringConfiguration.class)
class WeeklyConfiguration {

	@Bean
	SmartLifecycle weeklySync(RecurringSchedules schedules, WeeklySettings settings) {
		return schedules
			.atStart(new RecurringRequest("sync-latest", settings.enabled(), settings.cron(), settings.group(),
					settings.roleArn(), new SyncRequested(SyncRequested.LATEST, RecurringRequest.requestId("weekly"))));
	}

}

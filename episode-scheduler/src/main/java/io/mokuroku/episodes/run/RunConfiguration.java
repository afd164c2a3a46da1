package io.mokuroku.episodes.run;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.episodes.airing.RefreshCalendar;
import io.mokuroku.episodes.plan.HandledEpisodes;
import io.mokuroku.episodes.plan.PlanDay;
import io.mokuroku.episodes.plan.Schedules;
import io.mokuroku.episodes.schedules.DailyPlanSchedule;
import io.mokuroku.episodes.trigger.EnrichPremieres;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.ScheduleRequested;
import io.mokuroku.web.RouteRules;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EpisodeSettings.class)
class RunConfiguration {

	@Bean
	RouteRules routeRules() {
		return RouteRules.of().scope("schedules.plan", "/v1/plans", "/v1/plans/**");
	}

	@Bean
	DayReports dayReports(DynamoDbClient dynamo) {
		return new DayReports(dynamo);
	}

	@Bean
	PlanDay planDay(AnimeStore store, HandledEpisodes handled, Schedules schedules, EpisodeSettings settings,
			InstantSource clock) {
		return new PlanDay(store::airing, handled, schedules, settings.rules(), clock);
	}

	@Bean
	RunPlans runPlans(PlanDay planDay, RefreshCalendar calendar, EnrichPremieres premieres, DayReports reports,
			MeterRegistry meters, EpisodeSettings settings, InstantSource clock) {
		return new RunPlans(planDay, calendar::run, premieres::run, reports, new PlanMeters(meters),
				settings.refreshEvery(), clock);
	}

	@Bean
	SqsMessageListenerContainer<String> scheduleRequests(QueueListeners listeners, RunPlans plans) {
		return listeners.listen(ScheduleRequested.class, 1, plans::handle);
	}

	@Bean
	PlanTimer planTimer(DailyPlanSchedule daily, RunPlans plans, EpisodeSettings settings) {
		return new PlanTimer(daily::register, plans, settings.replanEvery());
	}

}

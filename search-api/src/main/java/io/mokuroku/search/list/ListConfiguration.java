package io.mokuroku.search.list;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.EntryScan;
import io.mokuroku.job.Jobs;
import io.mokuroku.job.RunQueue;
import io.mokuroku.message.ListRefreshRequested;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.recurring.RecurringConfiguration;
import io.mokuroku.recurring.RecurringRequest;
import io.mokuroku.recurring.RecurringSchedules;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.role.OfIndexer;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.upstream.sources.UpstreamApiConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Curated lists, and what has them computed.
 */
@Configuration(proxyBeanMethods = false)
@Import({ UpstreamApiConfiguration.class, RecurringConfiguration.class })
@EnableConfigurationProperties(ListSettings.class)
class ListConfiguration {

	private static final int ATTEMPTS = 3;

	@Bean
	ShownLists shownLists(SharedState shared, ListSettings settings, InstantSource clock) {
		return new ShownLists(new SharedLists(shared, settings.keep(), settings.keepReplaced()), settings.lookEvery(),
				(task) -> Thread.ofVirtual().name("look-for-lists").start(task), clock);
	}

	@Bean
	@OfIndexer
	RunQueue<RefreshRun> listRefreshes(Jobs jobs, EntryScan entries, ShownLists shown, ListSettings settings,
			InstantSource clock) {
		return jobs.queue("list-refresh", RefreshRun.class,
				new Jobs.Turns("list-refresh", ATTEMPTS, Duration.ofSeconds(10)),
				new RefreshLists(entries::read, shown, settings.most(), clock, RandomGenerator.getDefault()));
	}

	@Bean
	@OfIndexer
	SqsMessageListenerContainer<String> listRefreshRequests(QueueListeners listeners,
			RunQueue<RefreshRun> listRefreshes) {
		return listeners.listen(ListRefreshRequested.class, 1, (message) -> listRefreshes.request(message.requestId(),
				(id, now) -> RefreshRun.accepted(id, message.requestId(), now)));
	}

	@Bean
	@OfIndexer
	FirstLists firstLists(ShownLists shown, RunQueue<RefreshRun> listRefreshes, ListSettings settings,
			InstantSource clock) {
		return new FirstLists(shown, listRefreshes, settings.firstEvery(), clock);
	}

	@Bean
	SmartLifecycle hourlyLists(RecurringSchedules schedules, ListSettings settings) {
		ListSettings.Schedule schedule = settings.schedule();
		return schedules
			.atStart(new RecurringRequest("refresh-lists", schedule.enabled(), schedule.expression(), schedule.group(),
					schedule.roleArn(), new ListRefreshRequested(RecurringRequest.requestId("scheduled"))));
	}

	@Bean
	ReadLists readLists(ShownLists shown, AnimeIndex index, ListSettings settings, InstantSource clock) {
		return new ReadLists(shown, new IndexedLists(index, settings.most(), clock));
	}

	@Bean
	ListPages listPages(AnimeIndex index, JsonMapper mapper, InstantSource clock) {
		return new ListPages(new StillShown(index), mapper, clock);
	}

}

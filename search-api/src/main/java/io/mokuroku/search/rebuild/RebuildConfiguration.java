package io.mokuroku.search.rebuild;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.EntryScan;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.job.Jobs;
import io.mokuroku.job.RunQueue;
import io.mokuroku.message.IndexRebuildRequested;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.search.index.RebuildableIndex;
import io.mokuroku.search.role.OfIndexer;
import io.mokuroku.web.RouteRules;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Rebuilds, and the two ways to ask for one.
 */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

	private static final int AT_ONCE = 4;

	private static final int ATTEMPTS = 3;

	@Bean
	@OfIndexer
	RunQueue<RebuildRun> rebuilds(Jobs jobs, RebuildableIndex index, EntryScan entries, TruthItems items,
			InstantSource clock) {
		return jobs.queue("index-rebuild", RebuildRun.class,
				new Jobs.Turns("index-rebuild", ATTEMPTS, Duration.ofSeconds(10)),
				new RebuildIndex(index, entries::read, (ids) -> items.versions(ids).keySet(), clock, AT_ONCE));
	}

	@Bean
	@OfIndexer
	SqsMessageListenerContainer<String> rebuildRequests(QueueListeners listeners, RunQueue<RebuildRun> rebuilds) {
		return listeners.listen(IndexRebuildRequested.class, 1, (message) -> rebuilds.requestAfresh(message.requestId(),
				(id, now) -> RebuildRun.accepted(id, message.requestId(), message.reason(), now)));
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> rebuildOfOutdatedIndex(RebuildableIndex index,
			RunQueue<RebuildRun> rebuilds) {
		return (_) -> {
			if (index.outdated()) {
				String request = "form-" + UUID.randomUUID();
				rebuilds.request(request,
						(id, now) -> RebuildRun.accepted(id, request, "the index has another form now", now));
			}
		};
	}

	@Bean
	RouteRules rebuildRouteRules() {
		return RouteRules.of()
			.scope("catalogue.index", HttpMethod.POST, "/v1/index/rebuilds")
			.scope("catalogue.index", HttpMethod.GET, "/v1/index/rebuilds/{id}");
	}

}

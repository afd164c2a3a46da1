package io.mokuroku.sync.run;

import java.time.Duration;
import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.job.Jobs;
import io.mokuroku.job.RunQueue;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.QueueUrls;
import io.mokuroku.message.SyncRequested;
import io.mokuroku.sync.SyncSettings;
import io.mokuroku.sync.release.Releases;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.web.RouteRules;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Runs, and the two ways to ask for one.
 */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {

	private static final Duration LOOK_FOR_ROOM_EVERY = Duration.ofSeconds(1);

	@Bean
	PlanFiles planFiles(S3Client s3, SyncSettings settings) {
		return new PlanFiles(s3, settings.bucket());
	}

	@Bean
	PlannedChanges plannedChanges(PlanFiles files) {
		return new PlannedChanges(files);
	}

	@Bean
	CompareRelease compareRelease(AnimeStore store, PlanFiles files, S3Client s3, SyncSettings settings) {
		return new CompareRelease(store, files, new IndexFiles(s3, settings.bucket()), settings.scanSegments(),
				settings.enrichmentsPerRun());
	}

	@Bean
	ApplyPlan applyPlan(PlanFiles files, AnimeStore store, EntryParts parts, TraceContexts traces, InstantSource clock,
			SyncSettings settings) {
		return new ApplyPlan(files, new ApplyChanges(store, parts, traces, clock), traces, clock,
				settings.parallelism());
	}

	@Bean
	RequestEnrichment requestEnrichment(AnimeStore store, ProcessingLocks locks, MessageSender sender,
			SqsAsyncClient sqs, QueueUrls urls, TraceContexts traces, InstantSource clock, SyncSettings settings) {
		return new RequestEnrichment(store, locks, sender, new EnrichmentQueue(sqs, urls)::depth, traces, clock,
				new RequestEnrichment.Limits(settings.enrichmentsInFlight(), settings.enrichmentPatience(),
						LOOK_FOR_ROOM_EVERY));
	}

	@Bean
	RunQueue<SyncRun> syncRuns(Jobs jobs, Releases releases, CompareRelease comparing, ApplyPlan applying,
			RequestEnrichment requesting, PlanFiles files, InstantSource clock) {
		return jobs.queue("sync-run", SyncRun.class, Jobs.Turns.untilDone("sync"),
				new RunRelease(releases, comparing, applying, requesting, files, clock));
	}

	@Bean
	SyncCatalogue syncCatalogue(RunQueue<SyncRun> syncRuns) {
		return new SyncCatalogue(syncRuns);
	}

	@Bean
	SqsMessageListenerContainer<String> syncRequests(QueueListeners listeners, SyncCatalogue syncs) {
		return listeners.listen(SyncRequested.class, 1, (message) -> syncs
			.request(new SyncRun.Order(message.source(), message.requestId(), "sync-requests", false, null)));
	}

	@Bean
	RouteRules routeRules() {
		return RouteRules.of()
			.scope("catalogue.sync", HttpMethod.POST, "/v1/syncs", "/v1/syncs/{id}/cancel")
			.scope("catalogue.sync", HttpMethod.GET, "/v1/syncs", "/v1/syncs/{id}", "/v1/syncs/{id}/changes");
	}

}

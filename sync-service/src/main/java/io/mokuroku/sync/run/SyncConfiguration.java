package io.mokuroku.sync.run;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.SyncRequested;
import io.mokuroku.sync.SyncSettings;
import io.mokuroku.sync.release.Releases;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.web.RouteRules;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Runs, and the two ways to ask for one.
 */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {

	@Bean
	BatchImport batchImport(AnimeStore store, EntryParts parts, SourceLinks links, TraceContexts traces,
			InstantSource clock) {
		return new BatchImport(store, parts, links, traces, clock);
	}

	@Bean
	EnrichmentRequests enrichmentRequests(AnimeStore store, SourceLinks links, MessageSender sender,
			TraceContexts traces, SyncSettings settings) {
		return new EnrichmentRequests(store, links, sender, traces, settings.enrichmentsPerRun());
	}

	@Bean
	SyncCatalogue syncCatalogue(DynamoDbClient dynamo, Releases releases, BatchImport batches,
			EnrichmentRequests requests, SourceLinks links, TraceContexts traces, InstantSource clock,
			SyncSettings settings) {
		ReleaseImport imports = new ReleaseImport(batches, requests, links, traces, clock, settings.parallelism());
		return new SyncCatalogue(new SyncRuns(dynamo), releases, imports, clock, RandomGenerator.getDefault());
	}

	@Bean
	SqsMessageListenerContainer<String> syncRequests(QueueListeners listeners, SyncCatalogue syncs) {
		return listeners.listen(SyncRequested.class, 1,
				(message) -> syncs.request(message.source(), message.requestId()));
	}

	@Bean
	RouteRules routeRules() {
		return RouteRules.of()
			.scope("catalogue.sync", HttpMethod.POST, "/v1/syncs")
			.scope("catalogue.sync", HttpMethod.GET, "/v1/syncs", "/v1/syncs/{id}");
	}

}

package io.mokuroku.search.index;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.message.CatalogueChanged;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.telemetry.TraceContexts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The index and what feeds it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexSettings.class)
class IndexConfiguration {

	@Bean
	LuceneGenerations animeIndex(IndexSettings settings) {
		return new LuceneGenerations(settings);
	}

	@Bean
	SqsMessageListenerContainer<String> catalogueChangesListener(QueueListeners listeners, AnimeStore store,
			AnimeIndex index, TraceContexts traces, IndexSettings settings) {
		return listeners.listen(CatalogueChanged.class, settings.concurrency(),
				new IndexCatalogueChanges(store::findAll, index, traces));
	}

	@Bean
	HealthIndicator animeIndexHealth(LuceneGenerations index) {
		return () -> (index.isWritable() ? Health.up() : Health.down())
			.withDetail("documents", index.counts().documents())
			.build();
	}

}

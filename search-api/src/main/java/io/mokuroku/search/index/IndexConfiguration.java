package io.mokuroku.search.index;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.message.CatalogueChanged;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.role.OfIndexer;
import io.mokuroku.telemetry.TraceContexts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The index and what feeds it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexSettings.class)
class IndexConfiguration {

	/** Before what takes its time with changes that the index knows. */
	@Bean
	@OfIndexer
	@Order(Ordered.HIGHEST_PRECEDENCE)
	IndexMeters indexMeters(AnimeIndex index, MeterRegistry registry, InstantSource clock) {
		return new IndexMeters(index, registry, clock);
	}

	@Bean
	@OfIndexer
	SqsMessageListenerContainer<String> catalogueChangesListener(QueueListeners listeners, AnimeStore store,
			AnimeIndex index, ObjectProvider<CatalogueListener> others, TraceContexts traces, IndexSettings settings) {
		return listeners.listen(CatalogueChanged.class, settings.concurrency(),
				new IndexCatalogueChanges(store::findAllUnhurried, index, others.orderedStream().toList(), traces));
	}

	/** Kept in files of this process. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "mokuroku.index.kind", havingValue = "lucene", matchIfMissing = true)
	static class InFiles {

		@Bean
		LuceneGenerations animeIndex(IndexSettings settings) {
			return new LuceneGenerations(settings);
		}

		@Bean
		HealthIndicator animeIndexHealth(LuceneGenerations index) {
			return () -> (index.isWritable() ? Health.up() : Health.down())
				.withDetail("documents", index.counts().documents())
				.build();
		}

	}

	/** Kept by Qdrant. */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(QdrantSettings.class)
	@ConditionalOnProperty(name = "mokuroku.index.kind", havingValue = "qdrant")
	static class InQdrant {

		@Bean
		QdrantAnimeIndex animeIndex(QdrantSettings qdrant, IndexSettings settings) {
			return new QdrantAnimeIndex(QdrantCalls.client(qdrant), qdrant, settings);
		}

		@Bean
		HealthIndicator animeIndexHealth(QdrantAnimeIndex index) {
			return () -> {
				try {
					return Health.up().withDetail("documents", index.counts().documents()).build();
				}
				catch (RetryableFailure ex) {
					return Health.down(ex).build();
				}
			};
		}

	}

}

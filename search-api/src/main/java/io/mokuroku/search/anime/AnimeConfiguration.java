package io.mokuroku.search.anime;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.upstream.shared.SharedState;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Entries and episodes.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ KeepSettings.class, PictureSettings.class })
class AnimeConfiguration {

	@Bean
	ComposeAnime composeAnime(AnimeStore entries, SourceLinks links, EntryParts parts, JsonMapper json,
			PictureSettings pictures) {
		return new ComposeAnime(entries, links, parts.relaxed(), json, pictures);
	}

	@Bean
	SharedEntries sharedEntries(ObjectProvider<RedisConnectionFactory> redis, KeepSettings settings,
			InstantSource clock) {
		return new SharedEntries(SharedState.in(redis.getIfAvailable(), clock), settings);
	}

	@Bean
	KeptEntries keptEntries(AnimeStore entries, SourceLinks links, ComposeAnime compose, SharedEntries shared,
			KeepSettings settings, InstantSource clock, MeterRegistry meters) {
		return new KeptEntries(new StoredEntries(entries, links, compose), shared, settings, clock,
				RandomGenerator.getDefault(), meters);
	}

	@Bean
	ReadAnime readAnime(KeptEntries entries, EntryParts parts) {
		return new ReadAnime(entries, parts.relaxed());
	}

}

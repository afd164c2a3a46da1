package io.mokuroku.search.changes;

import java.time.InstantSource;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.ChangeFeed;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The feed of changes.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChangeSettings.class)
class ChangesConfiguration {

	@Bean
	TellChanges tellChanges(AnimeStore entries) {
		return new TellChanges(entries);
	}

	@Bean
	ReadChanges readChanges(ChangeFeed feed, AnimeStore entries, ChangeSettings settings, InstantSource clock) {
		return new ReadChanges(feed, entries, settings.settle(), clock);
	}

}

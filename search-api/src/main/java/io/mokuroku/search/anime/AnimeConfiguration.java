package io.mokuroku.search.anime;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Entries and episodes.
 */
@Configuration(proxyBeanMethods = false)
class AnimeConfiguration {

	@Bean
	ComposeAnime composeAnime(AnimeStore entries, SourceLinks links, EntryParts parts, JsonMapper json) {
		return new ComposeAnime(entries, links, parts, json);
	}

	@Bean
	ServedEntries servedEntries(AnimeStore entries, SourceLinks links, ComposeAnime compose) {
		return new StoredEntries(entries, links, compose);
	}

	@Bean
	ReadAnime readAnime(ServedEntries entries, EntryParts parts) {
		return new ReadAnime(entries, parts);
	}

}

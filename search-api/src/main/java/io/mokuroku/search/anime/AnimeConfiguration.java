package io.mokuroku.search.anime;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Entries and episodes.
 */
@Configuration(proxyBeanMethods = false)
class AnimeConfiguration {

	@Bean
	ReadAnime readAnime(AnimeStore entries, SourceLinks links, EntryParts parts) {
		return new ReadAnime(entries, links, parts);
	}

	@Bean
	FindAnimeId findAnimeId(ReadAnime anime) {
		return (id) -> anime.get(id).id();
	}

}

package io.mokuroku.search.query;

import io.mokuroku.search.embed.LoadingTextEmbedder;
import io.mokuroku.search.embed.Pace;
import io.mokuroku.search.index.AnimeIndex;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Search.
 */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

	@Bean
	SearchAnime searchAnime(AnimeIndex index, LoadingTextEmbedder embedder, Pace pace) {
		return new SearchAnime(index, new Meaning(embedder), pace);
	}

	@Bean
	AskCatalogue askCatalogue(SearchAnime search, AnimeIndex index) {
		return new AskCatalogue(search, index);
	}

	@Bean
	TurnPages turnPages(SearchAnime search, AnimeIndex index) {
		return new TurnPages(search, index);
	}

	@Bean
	SuggestTitles suggestTitles(AnimeIndex index) {
		return new SuggestTitles(index);
	}

	@Bean
	FindSimilar findSimilar(AnimeIndex index) {
		return new FindSimilar(index);
	}

	@Bean
	GlobalOpenApiCustomizer fieldsOfFilters() {
		return new DocumentedFilters();
	}

}

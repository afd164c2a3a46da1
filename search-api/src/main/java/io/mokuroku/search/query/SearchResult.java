package io.mokuroku.search.query;

import java.util.List;

import io.mokuroku.search.index.AnimeFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param hits the best first
 * @param degraded whether meaning could not be considered
 * @param understood what the question was taken for
 * @param filter what every hit is, asked for in words or beside them
 * @param didYouMean the title that may have been meant by a misspelled one
 */
record SearchResult(List<SearchHit> hits, boolean degraded, ParsedQuestion understood, AnimeFilter filter,
		@Nullable String didYouMean) {

	SearchResult {
		hits = List.copyOf(hits);
	}

	/** The same with other hits. */
	SearchResult with(List<SearchHit> others) {
		return new SearchResult(others, this.degraded, this.understood, this.filter, this.didYouMean);
	}

}

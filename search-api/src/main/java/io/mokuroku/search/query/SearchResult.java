package io.mokuroku.search.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param hits the best first
 * @param degraded whether meaning could not be considered
 * @param understood what the question was taken for
 * @param didYouMean the title that may have been meant by a misspelled one
 */
record SearchResult(List<SearchHit> hits, boolean degraded, ParsedQuestion understood, @Nullable String didYouMean) {

	SearchResult {
		hits = List.copyOf(hits);
	}

}

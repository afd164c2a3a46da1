package io.mokuroku.search.query;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits the best first
 * @param degraded whether meaning could not be considered
 */
record SearchResult(List<SearchHit> hits, boolean degraded) {

	SearchResult {
		hits = List.copyOf(hits);
	}

}

package io.mokuroku.search.query;

import java.util.List;
import java.util.Map;

import io.mokuroku.search.index.AnimeField;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeOrder;
import io.mokuroku.search.index.ValueCount;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param result the hits of this page and how they were found
 * @param next where the next page begins, if there is one
 * @param total how many there are on all pages, where that is known
 * @param facets how many of all have which value, by field
 */
record SearchPage(SearchResult result, @Nullable PageCursor next, @Nullable Integer total,
		Map<AnimeField, List<ValueCount>> facets) {

	/**
	 * What is asked for.
	 *
	 * @param text what is looked for; blank for what passes the filter
	 * @param filter what every hit must be
	 * @param order in which order; absent for the order by relevance
	 * @param size how many hits on a page, from 1
	 * @param after where the page before ended, if there was one
	 * @param facets by which fields hits are counted
	 */
	record Request(String text, AnimeFilter filter, @Nullable AnimeOrder order, int size, @Nullable PageCursor after,
			List<AnimeField> facets) {
	}

}

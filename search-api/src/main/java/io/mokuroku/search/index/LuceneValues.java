package io.mokuroku.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Counts the values that documents have.
 */
final class LuceneValues {

	private LuceneValues() {
	}

	/**
	 * Counts the values of a field.
	 * @param all those that the field has
	 */
	static List<ValueCount> count(IndexSearcher searcher, Query query, AnimeField field, StringDocValuesReaderState all,
			int most) throws IOException {
		FacetsCollector found = searcher.search(query, new FacetsCollectorManager());
		if (found.getMatchingDocs().isEmpty()) {
			return List.of();
		}
		FacetResult counts = new StringValueFacetCounts(all, found).getAllChildren(AnimeDocuments.counted(field));
		return Arrays.stream(counts.labelValues)
			.map((each) -> new ValueCount(each.label, each.value.longValue()))
			.sorted(ValueCount.MOST_FIRST)
			.limit(most)
			.toList();
	}

}

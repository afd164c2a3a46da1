package io.mokuroku.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.TitleMatch;
import io.mokuroku.search.title.TitleQuery;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;

/**
 * Finds documents by titles: a few queries name candidates, and the titles of these are
 * compared with the one that is looked for.
 */
final class LuceneTitles {

	private static final int CANDIDATES = 100;

	private final IndexSearcher searcher;

	private final IndexQueries queries;

	LuceneTitles(IndexSearcher searcher, IndexQueries queries) {
		this.searcher = searcher;
		this.queries = queries;
	}

	/** The documents whose titles a query means, the best first. */
	List<TitleCandidate<Integer>> find(FoldedTitle wanted, Query filter, int most) throws IOException {
		TitleQuery query = new TitleQuery(wanted);
		Set<Integer> documents = new LinkedHashSet<>();
		collect(this.queries.exactly(wanted), filter, LuceneView.BY_PROMINENCE, most, documents);
		collect(this.queries.beginningWith(wanted), filter, LuceneView.BY_PROMINENCE, CANDIDATES, documents);
		collect(this.queries.withAnyWord(wanted), filter, Sort.RELEVANCE, CANDIDATES, documents);
		collect(this.queries.resembling(wanted, query.editsAllowed()), filter, Sort.RELEVANCE, CANDIDATES, documents);
		return compare(documents, query::match).stream().sorted(TitleCandidate.bestFirst()).limit(most).toList();
	}

	/**
	 * The documents one of whose titles begins with a text, then those with a word that
	 * does, each the better known first.
	 */
	List<TitleCandidate<Integer>> beginning(FoldedTitle start, Query filter, int most) throws IOException {
		TitleQuery query = new TitleQuery(start);
		Set<Integer> documents = new LinkedHashSet<>();
		collect(this.queries.exactly(start), filter, LuceneView.BY_PROMINENCE, most, documents);
		collect(this.queries.beginningWith(start), filter, LuceneView.BY_PROMINENCE, most, documents);
		if (documents.size() < most) {
			collect(this.queries.withWordBeginning(start), filter, LuceneView.BY_PROMINENCE, most, documents);
		}
		return compare(documents, query::completion).stream()
			.sorted(TitleCandidate.kindThenProminence())
			.limit(most)
			.toList();
	}

	private void collect(Query query, Query filter, Sort sort, int most, Set<Integer> documents) throws IOException {
		for (ScoreDoc hit : this.searcher.search(IndexQueries.both(query, filter), most, sort).scoreDocs) {
			documents.add(hit.doc);
		}
	}

	private List<TitleCandidate<Integer>> compare(Set<Integer> documents,
			Function<FoldedTitle, Optional<TitleMatch>> query) throws IOException {
		int[] sorted = documents.stream().mapToInt(Integer::intValue).sorted().toArray();
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		List<TitleCandidate<Integer>> candidates = new ArrayList<>(sorted.length);
		int at = 0;
		while (at < sorted.length) {
			LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(sorted[at], leaves));
			BinaryDocValues titles = DocValues.getBinary(leaf.reader(), TitleFields.TITLES);
			NumericDocValues prominence = DocValues.getNumeric(leaf.reader(), AnimeDocuments.PROMINENCE);
			int end = leaf.docBase + leaf.reader().maxDoc();
			for (; at < sorted.length && sorted[at] < end; at++) {
				int document = sorted[at];
				if (titles.advanceExact(document - leaf.docBase) && prominence.advanceExact(document - leaf.docBase)) {
					double known = AnimeDocuments.prominence(prominence.longValue());
					TitleHit.best(query, TitleFields.titles(titles.binaryValue().utf8ToString()))
						.ifPresent((best) -> candidates.add(new TitleCandidate<>(document, best, known)));
				}
			}
		}
		return candidates;
	}

}

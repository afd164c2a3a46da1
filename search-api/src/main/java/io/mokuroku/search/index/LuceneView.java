package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/**
 * The index as one reader sees it.
 */
final class LuceneView implements IndexView {

	static final Sort BY_PROMINENCE = new Sort(new SortField(AnimeDocuments.PROMINENCE, SortField.Type.LONG, true));

	/** Equal scores are common; the order of arrival must not decide between them. */
	private static final Sort BY_SCORE = new Sort(SortField.FIELD_SCORE,
			new SortField(AnimeDocuments.PROMINENCE, SortField.Type.LONG, true));

	private final IndexSearcher searcher;

	private final IndexQueries queries;

	private final LuceneTitles titles;

	private final LuceneWords words;

	LuceneView(IndexSearcher searcher, IndexQueries queries, LuceneWords words) {
		this.searcher = searcher;
		this.queries = queries;
		this.words = words;
		this.titles = new LuceneTitles(searcher, queries);
	}

	@Override
	public List<TitleHit> named(FoldedTitle query, AnimeFilter filter, int most) {
		return query.isEmpty() ? List.of() : hits(() -> this.titles.find(query, this.queries.shown(filter), most));
	}

	@Override
	public List<TitleHit> beginning(FoldedTitle start, int most) {
		return start.isEmpty() ? List.of()
				: hits(() -> this.titles.beginning(start, this.queries.shown(AnimeFilter.NONE), most));
	}

	@Override
	public List<IndexedAnime> about(String text, AnimeFilter filter, int most) {
		return read(search(IndexQueries.both(this.queries.about(text), this.queries.shown(filter)), most, BY_SCORE));
	}

	@Override
	public List<IndexedAnime> sharing(Collection<String> subjects, AnimeFilter filter, int most) {
		return read(
				search(IndexQueries.both(this.queries.sharing(subjects), this.queries.shown(filter)), most, BY_SCORE));
	}

	@Override
	public List<NearHit> nearest(float[] vector, AnimeFilter filter, int most) {
		Query query = new KnnFloatVectorQuery(AnimeDocuments.VECTOR, vector, most, this.queries.shown(filter));
		List<NearHit> hits = new ArrayList<>();
		for (ScoreDoc hit : search(query, most, Sort.RELEVANCE).scoreDocs) {
			hits.add(new NearHit(read(hit.doc), 2 * hit.score - 1));
		}
		return hits;
	}

	@Override
	public List<IndexedAnime> listed(AnimeFilter filter, AnimeOrder order, AnimeOrder.@Nullable Place after, int most) {
		Query shown = this.queries.shown(filter);
		Query left = (after != null) ? IndexQueries.both(shown, IndexQueries.from(order, after)) : shown;
		Sort highest = new Sort(new SortField(order.field(), SortField.Type.LONG, true));
		return order.page(read(search(left, most + AnimeOrder.SPARE, highest)), after, most);
	}

	@Override
	public int count(AnimeFilter filter) {
		try {
			return this.searcher.count(this.queries.shown(filter));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<ValueCount> values(AnimeFilter filter, AnimeField field, int most) {
		try {
			return LuceneValues.count(this.searcher, this.queries.shown(filter), field,
					this.words.values(this.searcher.getIndexReader(), field), most);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Optional<IndexedAnime> find(AnimeId id) {
		return document(id).map(this::read).filter(IndexedAnime::shown);
	}

	@Override
	public Optional<float[]> findVector(AnimeId id) {
		return document(id).flatMap((doc) -> Optional.ofNullable(vector(doc)));
	}

	@Override
	public List<IndexedAnime> linked(Collection<String> links, int most) {
		return read(search(this.queries.linked(links), most, BY_PROMINENCE));
	}

	@Override
	public Vocabulary vocabulary() {
		return this.words.vocabulary(this.searcher.getIndexReader());
	}

	List<IndexedAnime> withoutVector(int most) {
		return read(search(IndexQueries.term(AnimeDocuments.WAITS, AnimeDocuments.YES), most, BY_PROMINENCE));
	}

	DocumentState state(AnimeId id) {
		return document(id).map((doc) -> {
			try {
				return AnimeDocuments.read(this.searcher.storedFields().document(doc), vector(doc));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}).orElse(DocumentState.unknown(id));
	}

	private Optional<Integer> document(AnimeId id) {
		TopDocs found = search(IndexQueries.term(AnimeDocuments.ID, id.toString()), 1, Sort.INDEXORDER);
		return (found.scoreDocs.length == 0) ? Optional.empty() : Optional.of(found.scoreDocs[0].doc);
	}

	private List<TitleHit> hits(Candidates candidates) {
		try {
			List<TitleHit> hits = new ArrayList<>();
			for (TitleCandidate<Integer> found : candidates.find()) {
				IndexedAnime anime = read(found.key());
				hits.add(new TitleHit(anime, anime.titles().all().get(found.best().number()), found.best().match()));
			}
			return hits;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lucene fills in scores only where it sorts by nothing else. */
	private TopDocs search(Query query, int most, Sort sort) {
		try {
			return sort.equals(Sort.RELEVANCE) ? this.searcher.search(query, most)
					: this.searcher.search(query, most, sort);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private float @Nullable [] vector(int doc) {
		try {
			List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
			LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
			FloatVectorValues vectors = leaf.reader().getFloatVectorValues(AnimeDocuments.VECTOR);
			if (vectors == null) {
				return null;
			}
			KnnVectorValues.DocIndexIterator each = vectors.iterator();
			int wanted = doc - leaf.docBase;
			return (each.advance(wanted) == wanted) ? vectors.vectorValue(each.index()).clone() : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<IndexedAnime> read(TopDocs found) {
		List<IndexedAnime> anime = new ArrayList<>(found.scoreDocs.length);
		for (ScoreDoc hit : found.scoreDocs) {
			anime.add(read(hit.doc));
		}
		return anime;
	}

	private IndexedAnime read(int doc) {
		try {
			return AnimeDocuments.read(this.searcher.storedFields().document(doc));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Finds documents by their titles. */
	@FunctionalInterface
	private interface Candidates {

		List<TitleCandidate<Integer>> find() throws IOException;

	}

}

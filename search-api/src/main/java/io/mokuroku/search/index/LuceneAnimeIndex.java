package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.EmbeddingText;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/**
 * The index in files of this process, by Lucene.
 */
final class LuceneAnimeIndex implements AnimeIndex, AutoCloseable {

	private static final Sort BY_PROMINENCE = new Sort(
			new SortField(AnimeDocuments.PROMINENCE, SortField.Type.LONG, true));

	/** Equal scores are common; the order of arrival must not decide between them. */
	private static final Sort BY_SCORE = new Sort(SortField.FIELD_SCORE,
			new SortField(AnimeDocuments.PROMINENCE, SortField.Type.LONG, true));

	private final LuceneFiles files;

	private final GroupCommit commits;

	private final IndexQueries queries;

	private final LuceneTitles titles;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	LuceneAnimeIndex(LuceneFiles files, IndexSettings settings) {
		this.files = files;
		this.queries = new IndexQueries(files.analyzer());
		this.titles = new LuceneTitles(this.queries, BY_PROMINENCE);
		this.commits = new GroupCommit(this::write, settings.linger(), settings.mostPerCommit());
	}

	@Override
	public void apply(List<IndexChange> changes) {
		this.commits.submit(changes);
	}

	@Override
	public List<TitleHit> named(FoldedTitle query, AnimeFilter filter, int most) {
		if (query.isEmpty()) {
			return List.of();
		}
		Query shown = this.queries.shown(filter);
		return this.files.searching((searcher) -> {
			List<TitleHit> hits = new ArrayList<>();
			for (LuceneTitles.Candidate found : this.titles.find(searcher, query, shown, most)) {
				IndexedAnime anime = read(searcher, found.document());
				hits.add(new TitleHit(anime, anime.titles().all().get(found.best().number()), found.best().match()));
			}
			return hits;
		});
	}

	@Override
	public List<IndexedAnime> about(String text, AnimeFilter filter, int most) {
		Query query = IndexQueries.both(this.queries.about(text), this.queries.shown(filter));
		return this.files.searching((searcher) -> read(searcher, searcher.search(query, most, BY_SCORE)));
	}

	@Override
	public List<NearHit> nearest(float[] vector, AnimeFilter filter, int most) {
		Query query = new KnnFloatVectorQuery(AnimeDocuments.VECTOR, vector, most, this.queries.shown(filter));
		return this.files.searching((searcher) -> {
			List<NearHit> hits = new ArrayList<>();
			for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
				hits.add(new NearHit(read(searcher, hit.doc), 2 * hit.score - 1));
			}
			return hits;
		});
	}

	@Override
	public List<IndexedAnime> withoutVector(int most) {
		Query waiting = IndexQueries.term(AnimeDocuments.WAITS, AnimeDocuments.YES);
		return this.files.searching((searcher) -> read(searcher, searcher.search(waiting, most, BY_PROMINENCE)));
	}

	@Override
	public void onChange(Runnable listener) {
		this.listeners.add(listener);
	}

	@Override
	public IndexCounts counts() {
		return this.files.searching((searcher) -> {
			int shown = searcher.count(IndexQueries.term(AnimeDocuments.SHOWN, AnimeDocuments.YES));
			int pending = searcher.count(IndexQueries.term(AnimeDocuments.WAITS, AnimeDocuments.YES));
			return new IndexCounts(searcher.count(MatchAllDocsQuery.INSTANCE), shown, shown - pending, pending,
					this.files.newestTrace());
		});
	}

	/** The vectors it has of the very texts that are to be put into another index. */
	List<IndexChange> vectorsOf(List<IndexChange> changes) {
		return this.files.searching((searcher) -> {
			List<IndexChange> vectors = new ArrayList<>();
			for (IndexChange change : changes) {
				if (change instanceof IndexChange.Put(IndexedAnime anime)) {
					DocumentState state = find(searcher, anime.id());
					String hash = state.vectorHash();
					if (hash != null && state.vector() != null && hash.equals(EmbeddingText.of(anime).hash())) {
						vectors.add(new IndexChange.Embed(anime.id(), hash, state.vector()));
					}
				}
			}
			return vectors;
		});
	}

	/** Whether changes can be taken in. */
	boolean isWritable() {
		return this.commits.isRunning() && this.files.isOpen();
	}

	@Override
	public void close() {
		this.commits.close();
		this.files.close();
	}

	/**
	 * Called by one thread at a time, with everything written before being searchable.
	 */
	private void write(List<IndexChange> changes) throws IOException {
		Map<AnimeId, DocumentState> before = new LinkedHashMap<>();
		Map<AnimeId, DocumentState> after = new LinkedHashMap<>();
		String trace = this.files.searching((searcher) -> {
			String newest = null;
			for (IndexChange change : changes) {
				AnimeId id = change.id();
				DocumentState state = after.get(id);
				if (state == null) {
					state = find(searcher, id);
					before.put(id, state);
				}
				after.put(id, state.after(change));
				newest = (change instanceof IndexChange.Put(IndexedAnime put) && put.trace() != null) ? put.trace()
						: newest;
			}
			return newest;
		});
		after.values().removeIf((state) -> state.equals(before.get(state.id())));
		this.files.write(after.values(), trace);
		if (!changes.stream().allMatch(IndexChange.Embed.class::isInstance)) {
			this.listeners.forEach(Runnable::run);
		}
	}

	private static DocumentState find(IndexSearcher searcher, AnimeId id) throws IOException {
		TopDocs found = searcher.search(IndexQueries.term(AnimeDocuments.ID, id.toString()), 1);
		if (found.scoreDocs.length == 0) {
			return DocumentState.unknown(id);
		}
		int doc = found.scoreDocs[0].doc;
		return AnimeDocuments.read(searcher.storedFields().document(doc), vector(searcher, doc));
	}

	private static float @Nullable [] vector(IndexSearcher searcher, int doc) throws IOException {
		List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
		LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
		FloatVectorValues vectors = leaf.reader().getFloatVectorValues(AnimeDocuments.VECTOR);
		if (vectors == null) {
			return null;
		}
		KnnVectorValues.DocIndexIterator each = vectors.iterator();
		int wanted = doc - leaf.docBase;
		return (each.advance(wanted) == wanted) ? vectors.vectorValue(each.index()).clone() : null;
	}

	private static List<IndexedAnime> read(IndexSearcher searcher, TopDocs found) {
		List<IndexedAnime> anime = new ArrayList<>(found.scoreDocs.length);
		for (ScoreDoc hit : found.scoreDocs) {
			anime.add(read(searcher, hit.doc));
		}
		return anime;
	}

	private static IndexedAnime read(IndexSearcher searcher, int doc) {
		try {
			return AnimeDocuments.read(searcher.storedFields().document(doc));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.mokuroku.search.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import org.apache.lucene.search.MatchAllDocsQuery;

/**
 * The index in files of this process, by Lucene.
 */
final class LuceneAnimeIndex implements AnimeIndex, AutoCloseable {

	private final LuceneFiles files;

	private final GroupCommit commits;

	private final IndexQueries queries;

	private final LuceneWords words = new LuceneWords();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	LuceneAnimeIndex(LuceneFiles files, IndexSettings settings) {
		this.files = files;
		this.queries = new IndexQueries(files.analyzer());
		this.commits = new GroupCommit(this::write, settings.linger(), settings.mostPerCommit());
	}

	@Override
	public void apply(List<IndexChange> changes) {
		this.commits.submit(changes);
	}

	@Override
	public <T> T reading(Function<IndexView, T> questions) {
		return viewing(questions::apply);
	}

	@Override
	public List<IndexedAnime> withoutVector(int most) {
		return viewing((view) -> view.withoutVector(most));
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
		return viewing((view) -> changes.stream()
			.flatMap((change) -> view.state(change.id()).vectorFor(change).stream())
			.toList());
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
			LuceneView view = new LuceneView(searcher, this.queries, this.words);
			String newest = null;
			for (IndexChange change : changes) {
				AnimeId id = change.id();
				DocumentState state = after.get(id);
				if (state == null) {
					state = view.state(id);
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

	private <T> T viewing(Function<LuceneView, T> questions) {
		return this.files.searching((searcher) -> questions.apply(new LuceneView(searcher, this.queries, this.words)));
	}

}

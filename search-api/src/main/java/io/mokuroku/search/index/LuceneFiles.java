package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The files of a Lucene index: opened, written, committed and read. One thread writes at
 * a time, any number read.
 */
final class LuceneFiles implements AutoCloseable {

	private static final String TRACE = "trace";

	private static final double BUFFER_MB = 24;

	private static final int GRAPH_NEIGHBOURS = 16;

	private static final int GRAPH_CANDIDATES = 64;

	private final Path folder;

	private final Directory directory;

	private final Analyzer analyzer = IndexAnalyzers.all();

	private volatile IndexWriter writer;

	private volatile SearcherManager searchers;

	private volatile @Nullable String newestTrace;

	LuceneFiles(Path folder) {
		this.folder = folder;
		try {
			this.directory = FSDirectory.open(folder);
			Opened opened = open();
			this.writer = opened.writer();
			this.searchers = opened.searchers();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index in %s cannot be opened".formatted(folder), ex);
		}
		Iterable<Map.Entry<String, String>> committed = this.writer.getLiveCommitData();
		if (committed != null) {
			committed.forEach((entry) -> this.newestTrace = entry.getValue());
		}
	}

	Analyzer analyzer() {
		return this.analyzer;
	}

	@Nullable String newestTrace() {
		return this.newestTrace;
	}

	boolean isOpen() {
		return this.writer.isOpen();
	}

	/**
	 * Writes states over older ones. When it returns they survive a crash and are seen by
	 * searches.
	 */
	void write(Collection<DocumentState> states, @Nullable String trace) throws IOException {
		if (states.isEmpty()) {
			return;
		}
		reopenAfterFailure();
		for (DocumentState state : states) {
			Term id = new Term(AnimeDocuments.ID, state.id().toString());
			if (state.version() == 0) {
				this.writer.deleteDocuments(id);
			}
			else {
				this.writer.updateDocument(id, AnimeDocuments.write(state));
			}
		}
		if (trace != null) {
			this.writer.setLiveCommitData(Map.of(TRACE, trace).entrySet());
			this.newestTrace = trace;
		}
		this.writer.commit();
		this.searchers.maybeRefreshBlocking();
	}

	<T extends @Nullable Object> T searching(Search<T> search) {
		SearcherManager manager = this.searchers;
		try {
			IndexSearcher searcher = manager.acquire();
			try {
				return search.in(searcher);
			}
			finally {
				manager.release(searcher);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index in %s cannot be read".formatted(this.folder), ex);
		}
	}

	@Override
	public void close() {
		try (this.directory; IndexWriter closing = this.writer; SearcherManager reading = this.searchers) {
			if (closing.isOpen()) {
				closing.commit();
			}
			reading.maybeRefresh();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index in %s cannot be closed".formatted(this.folder), ex);
		}
	}

	/**
	 * Lucene closes its writer when a disk fails or is full; the next write tries anew.
	 */
	private void reopenAfterFailure() throws IOException {
		if (!this.writer.isOpen()) {
			Opened again = open();
			SearcherManager old = this.searchers;
			this.writer = again.writer();
			this.searchers = again.searchers();
			old.close();
		}
	}

	/** Opens both or none; a folder that cannot be read is not kept locked. */
	private Opened open() throws IOException {
		IndexWriter opened = openWriter();
		try {
			return new Opened(opened, new SearcherManager(opened, new SearcherFactory()));
		}
		catch (IOException | RuntimeException ex) {
			IOUtils.closeWhileHandlingException(opened::rollback);
			throw ex;
		}
	}

	private IndexWriter openWriter() throws IOException {
		ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
		merges.setMaxMergesAndThreads(3, 1);
		IndexWriterConfig config = new IndexWriterConfig(this.analyzer).setRAMBufferSizeMB(BUFFER_MB)
			.setCodec(codec())
			.setMergeScheduler(merges)
			.setMaxFullFlushMergeWaitMillis(0);
		try {
			return new IndexWriter(this.directory, config);
		}
		catch (LockObtainFailedException ex) {
			throw new IOException("another process writes it", ex);
		}
	}

	private static Lucene104Codec codec() {
		return new Lucene104Codec() {

			private final KnnVectorsFormat vectors = new Lucene99HnswVectorsFormat(GRAPH_NEIGHBOURS, GRAPH_CANDIDATES);

			@Override
			public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
				return this.vectors;
			}

		};
	}

	private record Opened(IndexWriter writer, SearcherManager searchers) {

	}

	/**
	 * Something done with a view of the index that does not change meanwhile.
	 *
	 * @param <T> what it finds
	 */
	@FunctionalInterface
	interface Search<T extends @Nullable Object> {

		T in(IndexSearcher searcher) throws IOException;

	}

}

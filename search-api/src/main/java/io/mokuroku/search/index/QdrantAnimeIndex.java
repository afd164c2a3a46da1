package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.projection.IndexedAnime;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.grpc.Common.Filter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in Qdrant. It is asked by an alias and written by the names of collections.
 * Requests that fail are {@link RetryableFailure}s, reading as well as writing.
 */
final class QdrantAnimeIndex implements RebuildableIndex, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(QdrantAnimeIndex.class);

	private final QdrantClient client;

	private final QdrantCollections collections;

	private final QdrantWrites writes;

	private final QdrantVocabulary vocabulary;

	private final QdrantView view;

	private final GroupCommit commits;

	private final ReadWriteLock searching = new ReentrantReadWriteLock();

	private final ReadWriteLock changing = new ReentrantReadWriteLock();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private volatile boolean prepared;

	private volatile @Nullable String newestTrace;

	private volatile @Nullable Next next;

	/** Prepares to ask and to write; the first of either makes the collection. */
	QdrantAnimeIndex(QdrantClient client, QdrantSettings qdrant, IndexSettings settings) {
		SparseTexts texts = new SparseTexts();
		this.client = client;
		this.collections = new QdrantCollections(client, qdrant);
		this.writes = new QdrantWrites(client, texts);
		this.vocabulary = new QdrantVocabulary(client, qdrant.alias());
		this.view = new QdrantView(client, qdrant.alias(), texts, this.vocabulary);
		this.commits = new GroupCommit(this::write, settings.linger(), settings.mostPerCommit());
	}

	@Override
	public void apply(List<IndexChange> changes) {
		this.commits.submit(changes);
	}

	/**
	 * No rebuild of this process takes over meanwhile; changes become visible one by one.
	 */
	@Override
	public <T> T reading(Function<IndexView, T> questions) {
		return asking(() -> questions.apply(this.view));
	}

	@Override
	public List<IndexedAnime> withoutVector(int most) {
		return asking(() -> this.view.withoutVector(most));
	}

	@Override
	public void onChange(Runnable listener) {
		this.listeners.add(listener);
	}

	/** The trace is that of the newest change this process has taken in. */
	@Override
	public IndexCounts counts() {
		return asking(() -> {
			int shown = count(QdrantFilters.shown(AnimeFilter.NONE));
			int pending = count(QdrantFilters.waiting());
			return new IndexCounts(count(Filter.getDefaultInstance()), shown, shown - pending, pending,
					this.newestTrace);
		});
	}

	@Override
	public NextGeneration begin() {
		return Holding.lock(this.changing.writeLock(), () -> {
			if (this.next != null) {
				throw new IllegalStateException("The next generation of the index is being built already");
			}
			Next begun = new Next(this.collections.begin());
			this.next = begun;
			return begun;
		});
	}

	/** False, too, while Qdrant cannot be asked. */
	@Override
	public boolean outdated() {
		try {
			return this.collections.standsIn();
		}
		catch (RetryableFailure ex) {
			logger.warn("index not inspected reason=qdrant_not_reached", ex);
			return false;
		}
	}

	@Override
	public void close() {
		this.commits.close();
		this.client.close();
	}

	private void write(List<IndexChange> changes) {
		Holding.lock(this.changing.readLock(), () -> {
			for (String collection : this.collections.present().all()) {
				this.writes.write(collection, changes);
			}
			return changes;
		});
		this.prepared = true;
		if (!changes.stream().allMatch(IndexChange.Embed.class::isInstance)) {
			for (IndexChange change : changes) {
				if (change instanceof IndexChange.Put(IndexedAnime put) && put.trace() != null) {
					this.newestTrace = put.trace();
				}
			}
			changed();
		}
	}

	private void changed() {
		this.vocabulary.forget();
		this.listeners.forEach(Runnable::run);
	}

	private <T> T asking(Supplier<T> question) {
		if (!this.prepared) {
			this.collections.present();
			this.prepared = true;
		}
		return Holding.lock(this.searching.readLock(), question);
	}

	private int count(Filter filter) {
		return Math.toIntExact(QdrantCalls.answer(this.client.countAsync(this.collections.alias(), filter, true)));
	}

	private final class Next implements NextGeneration {

		private final String collection;

		private boolean ended;

		Next(String collection) {
			this.collection = collection;
		}

		@Override
		public void add(List<IndexChange> changes) {
			List<IndexChange> all = new ArrayList<>(changes);
			all.addAll(vectorsOf(changes));
			QdrantAnimeIndex.this.writes.write(this.collection, all);
		}

		@Override
		public void takeOver() {
			String before = Holding.lock(QdrantAnimeIndex.this.changing.writeLock(), () -> {
				String old = Holding.lock(QdrantAnimeIndex.this.searching.writeLock(),
						() -> QdrantAnimeIndex.this.collections.use(this.collection));
				this.ended = true;
				QdrantAnimeIndex.this.next = null;
				return old;
			});
			logger.info("index generation taken into use collection={}", this.collection);
			changed();
			try {
				QdrantAnimeIndex.this.collections.remove(before);
			}
			catch (RetryableFailure ex) {
				logger.warn("index generation left over collection={}", before, ex);
			}
		}

		@Override
		public void close() {
			Holding.lock(QdrantAnimeIndex.this.changing.writeLock(), () -> {
				if (!this.ended) {
					this.ended = true;
					QdrantAnimeIndex.this.next = null;
					QdrantAnimeIndex.this.collections.giveUp(this.collection);
				}
				return this.collection;
			});
		}

		private List<IndexChange> vectorsOf(List<IndexChange> changes) {
			Map<AnimeId, DocumentState> states = QdrantAnimeIndex.this.writes
				.states(QdrantAnimeIndex.this.collections.alias(), changes.stream().map(IndexChange::id).toList());
			return changes.stream()
				.flatMap((change) -> Stream.ofNullable(states.get(change.id()))
					.flatMap((state) -> state.vectorFor(change).stream()))
				.toList();
		}

	}

}

package io.mokuroku.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lucene indexes of which one answers and another may be in the making. Searches hold on
 * to the one they began with until they end; changes hold both in place until they are
 * made, so that none falls between the two.
 */
final class LuceneGenerations implements RebuildableIndex, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LuceneGenerations.class);

	private final GenerationFolders folders;

	private final IndexSettings settings;

	private final ReadWriteLock searching = new ReentrantReadWriteLock();

	private final ReadWriteLock changing = new ReentrantReadWriteLock();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private volatile Generation live;

	private volatile @Nullable Next next;

	LuceneGenerations(IndexSettings settings) {
		this.settings = settings;
		this.folders = new GenerationFolders(settings.dir());
		this.live = open(this.folders.open());
		this.live.index().onChange(this::notifyListeners);
	}

	@Override
	public void apply(List<IndexChange> changes) {
		Holding.lock(this.changing.readLock(), () -> {
			this.live.index().apply(changes);
			Next building = this.next;
			if (building != null) {
				building.generation.index().apply(changes);
			}
			return changes;
		});
	}

	@Override
	public <T> T reading(Function<IndexView, T> questions) {
		return asking((index) -> index.reading(questions));
	}

	@Override
	public List<IndexedAnime> withoutVector(int most) {
		return asking((index) -> index.withoutVector(most));
	}

	@Override
	public void onChange(Runnable listener) {
		this.listeners.add(listener);
	}

	@Override
	public IndexCounts counts() {
		return asking(LuceneAnimeIndex::counts);
	}

	@Override
	public NextGeneration begin() {
		return Holding.lock(this.changing.writeLock(), () -> {
			if (this.next != null) {
				throw new IllegalStateException("The next generation of the index is being built already");
			}
			Next begun = new Next(open(this.folders.after(this.live.folder())));
			this.next = begun;
			return begun;
		});
	}

	@Override
	public boolean outdated() {
		return this.folders.outdated();
	}

	/** Whether changes can be taken in. */
	boolean isWritable() {
		return this.live.index().isWritable();
	}

	@Override
	public void close() {
		Next building = this.next;
		if (building != null) {
			building.close();
		}
		this.live.index().close();
	}

	private <T> T asking(Function<LuceneAnimeIndex, T> question) {
		return Holding.lock(this.searching.readLock(), () -> question.apply(this.live.index()));
	}

	private void notifyListeners() {
		this.listeners.forEach(Runnable::run);
	}

	private Generation open(Path folder) {
		return new Generation(folder, new LuceneAnimeIndex(new LuceneFiles(folder), this.settings));
	}

	/**
	 * One index.
	 *
	 * @param folder where its files lie
	 * @param index what is in them
	 */
	private record Generation(Path folder, LuceneAnimeIndex index) {
	}

	private final class Next implements NextGeneration {

		private final Generation generation;

		private boolean ended;

		Next(Generation generation) {
			this.generation = generation;
		}

		@Override
		public void add(List<IndexChange> changes) {
			List<IndexChange> all = new ArrayList<>(changes);
			all.addAll(asking((index) -> index.vectorsOf(changes)));
			this.generation.index().apply(all);
		}

		@Override
		public void takeOver() {
			Generation before = Holding.lock(LuceneGenerations.this.changing.writeLock(), this::swap);
			before.index().close();
			LuceneGenerations.this.folders.remove(before.folder());
			logger.info("index generation taken into use folder={}", this.generation.folder().getFileName());
			notifyListeners();
		}

		private Generation swap() {
			try {
				LuceneGenerations.this.folders.use(this.generation.folder());
			}
			catch (IOException ex) {
				throw new RetryableFailure("The next generation of the index cannot be taken into use", ex);
			}
			this.ended = true;
			LuceneGenerations.this.next = null;
			this.generation.index().onChange(LuceneGenerations.this::notifyListeners);
			return Holding.lock(LuceneGenerations.this.searching.writeLock(), () -> {
				Generation old = LuceneGenerations.this.live;
				LuceneGenerations.this.live = this.generation;
				return old;
			});
		}

		@Override
		public void close() {
			Holding.lock(LuceneGenerations.this.changing.writeLock(), () -> {
				if (!this.ended) {
					this.ended = true;
					LuceneGenerations.this.next = null;
					this.generation.index().close();
					LuceneGenerations.this.folders.remove(this.generation.folder());
				}
				return this.generation;
			});
		}

	}

}

package io.mokuroku.search.index;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.mokuroku.search.projection.IndexedAnime;

/**
 * An index of a large catalogue that remembers what it is told and answers no question.
 */
public final class RecordedIndex implements RebuildableIndex {

	private final List<List<IndexChange>> applied = new CopyOnWriteArrayList<>();

	private final List<List<IndexChange>> added = new CopyOnWriteArrayList<>();

	private final List<String> generations = new CopyOnWriteArrayList<>();

	/** The changes, call by call. */
	public List<List<IndexChange>> applied() {
		return this.applied;
	}

	/** What was added to next generations, call by call. */
	public List<List<IndexChange>> added() {
		return this.added;
	}

	/** What became of next generations: each {@code took over} or {@code closed}. */
	public List<String> generations() {
		return this.generations;
	}

	@Override
	public void apply(List<IndexChange> changes) {
		this.applied.add(changes);
	}

	@Override
	public NextGeneration begin() {
		return new NextGeneration() {

			@Override
			public void add(List<IndexChange> changes) {
				RecordedIndex.this.added.add(changes);
			}

			@Override
			public void takeOver() {
				RecordedIndex.this.generations.add("took over");
			}

			@Override
			public void close() {
				RecordedIndex.this.generations.add("closed");
			}

		};
	}

	@Override
	public IndexCounts counts() {
		return new IndexCounts(100_000, 0, 0, 0, null);
	}

	@Override
	public boolean outdated() {
		return false;
	}

	@Override
	public <T> T reading(Function<IndexView, T> questions) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<IndexedAnime> withoutVector(int most) {
		return List.of();
	}

	@Override
	public void onChange(Runnable listener) {
		listener.run();
	}

}

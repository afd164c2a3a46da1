package io.mokuroku.search.rebuild;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.EntryScan;
import io.mokuroku.job.Jobs;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.search.index.RebuildableIndex;
import org.jspecify.annotations.Nullable;

/**
 * Builds the next generation of the index from all entries and lets it take over. What is
 * committed meanwhile comes to both generations by the way changes always come. An entry
 * that has gone since it was read has no version that could keep it out, so whatever was
 * added is looked up once more.
 */
final class RebuildIndex implements Jobs.Work<RebuildRun> {

	private final RebuildableIndex index;

	private final Entries entries;

	private final Known known;

	private final InstantSource clock;

	private final int atOnce;

	/**
	 * Builds from entries.
	 * @param atOnce how many shares of them are read side by side, at least 1
	 */
	RebuildIndex(RebuildableIndex index, Entries entries, Known known, InstantSource clock, int atOnce) {
		this.index = index;
		this.entries = entries;
		this.known = known;
		this.clock = clock;
		this.atOnce = atOnce;
	}

	@Override
	public RebuildRun work(RebuildRun run, Jobs.Progress<RebuildRun> progress) throws InterruptedException {
		AtomicLong indexed = new AtomicLong();
		int segments = EntryScan.shares(this.index.counts().documents());
		try (RebuildableIndex.NextGeneration next = this.index.begin();
				ExecutorService pool = Executors.newFixedThreadPool(this.atOnce)) {
			try {
				List<Future<?>> shares = new ArrayList<>();
				for (int segment = 0; segment < segments; segment++) {
					int number = segment;
					shares.add(pool.submit(() -> this.entries.read(number, segments, (some) -> {
						add(next, some);
						long reached = indexed.addAndGet(some.size());
						synchronized (progress) {
							progress.reached(run.progressed(reached, this.clock.instant()));
						}
					})));
				}
				for (Future<?> share : shares) {
					share.get();
				}
			}
			catch (ExecutionException ex) {
				throw failure(ex.getCause());
			}
			finally {
				pool.shutdownNow();
			}
			progress.reached(run.progressed(indexed.get(), this.clock.instant()));
			next.takeOver();
		}
		return run.progressed(indexed.get(), this.clock.instant());
	}

	private void add(RebuildableIndex.NextGeneration next, List<AnimeEntry> some) {
		next.add(some.stream().map((entry) -> IndexChange.of(entry, null)).toList());
		List<AnimeId> ids = some.stream().map(AnimeEntry::id).toList();
		Set<AnimeId> there = this.known.of(ids);
		List<IndexChange> gone = ids.stream()
			.filter((id) -> !there.contains(id))
			.<IndexChange>map(IndexChange.Forget::new)
			.toList();
		if (!gone.isEmpty()) {
			next.add(gone);
		}
	}

	private static RuntimeException failure(@Nullable Throwable cause) {
		return (cause instanceof RuntimeException failure) ? failure
				: new RetryableFailure("The catalogue cannot be read", cause);
	}

	/** All entries of the catalogue. */
	@FunctionalInterface
	interface Entries {

		/**
		 * Reads one share of them.
		 * @param each is told some at a time
		 */
		void read(int segment, int segments, Consumer<List<AnimeEntry>> each);

	}

	/** Which entries there are. */
	@FunctionalInterface
	interface Known {

		/** Those of some that the catalogue has now. */
		Set<AnimeId> of(Collection<AnimeId> ids);

	}

}

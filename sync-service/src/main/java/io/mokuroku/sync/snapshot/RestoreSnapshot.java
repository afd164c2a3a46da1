package io.mokuroku.sync.snapshot;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.mokuroku.catalogue.store.StoredEntry;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.job.Jobs;

/**
 * Puts a snapshot back into the tables, or compares it with them. The whole snapshot is
 * read and verified before anything is written. Files that are done are remembered, so
 * that an interrupted run goes on where it stopped. At the end the search index is told
 * to build itself anew.
 */
final class RestoreSnapshot implements Jobs.Work<RestoreRun> {

	private static final int ITEMS_AT_ONCE = 100;

	private final TruthItems items;

	private final SnapshotStore store;

	private final Snapshots snapshots;

	private final BooleanSupplier syncUnderWay;

	private final Consumer<RestoreRun> restored;

	private final InstantSource clock;

	private final int parallelism;

	/**
	 * Restores from a store into tables.
	 * @param syncUnderWay whether a release is being applied
	 * @param restored is told when everything is written; may be told twice
	 */
	RestoreSnapshot(TruthItems items, SnapshotStore store, Snapshots snapshots, BooleanSupplier syncUnderWay,
			Consumer<RestoreRun> restored, InstantSource clock, int parallelism) {
		this.items = items;
		this.store = store;
		this.snapshots = snapshots;
		this.syncUnderWay = syncUnderWay;
		this.restored = restored;
		this.clock = clock;
		this.parallelism = parallelism;
	}

	@Override
	public RestoreRun work(RestoreRun run, Jobs.Progress<RestoreRun> progress)
			throws SnapshotUnusable, InterruptedException {
		RestoreRun.Order order = run.order();
		Manifest manifest = this.snapshots.get(order.snapshotId());
		String folder = Snapshots.folder(order.snapshotId());
		new CheckSnapshot(this.store, this.parallelism).compare(folder, manifest);
		if (!order.verifyOnly() && !order.duringSync() && this.syncUnderWay.getAsBoolean()) {
			throw new SnapshotUnusable("A release is being applied; wait for its end or ask for it to be ignored");
		}
		AmendedEntries amended = AmendedEntries.of(this.store, folder, manifest);
		Progress reached = new Progress(run, progress);
		for (boolean entries : new boolean[] { true, false }) {
			List<SnapshotFile> files = manifest.files()
				.stream()
				.filter((file) -> (file.table() == TruthTable.ANIME) == entries)
				.filter((file) -> !run.filesDone().contains(file.name()))
				.toList();
			SideBySide.each(this.parallelism, files, (file) -> {
				FileTally tally = new FileTally();
				deal(folder, file, order, amended, tally);
				reached.done(file, tally);
			});
		}
		RestoreRun done = reached.run();
		if (!order.verifyOnly()) {
			this.restored.accept(done);
		}
		return done;
	}

	private void deal(String folder, SnapshotFile file, RestoreRun.Order order, AmendedEntries amended, FileTally tally)
			throws SnapshotUnusable {
		WriteBack write = new WriteBack(this.items, order.mode());
		CompareTables compare = new CompareTables(this.items);
		try (FetchedFile fetched = FetchedFile.fetch(this.store, folder, file)) {
			if (file.table() == TruthTable.ANIME) {
				Chunks<StoredEntry> chunks = new Chunks<>(ITEMS_AT_ONCE, (entry) -> entry.items().size(),
						order.verifyOnly() ? (some) -> compare.entries(some, tally)
								: (some) -> write.entries(some, tally));
				fetched.readEntries((entry) -> {
					if (amended.counts(file, entry)) {
						chunks.add(entry);
					}
				});
				chunks.finish();
			}
			else {
				Chunks<StoredItem> chunks = new Chunks<>(ITEMS_AT_ONCE, (item) -> 1,
						order.verifyOnly() ? (some) -> compare.items(some, tally) : (some) -> write.items(some, tally));
				fetched.read(chunks::add);
				chunks.finish();
			}
		}
	}

	/** How far a run has come, told by several threads. */
	private final class Progress {

		private final Jobs.Progress<RestoreRun> checkpoint;

		private RestoreRun run;

		Progress(RestoreRun run, Jobs.Progress<RestoreRun> checkpoint) {
			this.run = run;
			this.checkpoint = checkpoint;
		}

		synchronized void done(SnapshotFile file, FileTally tally) {
			this.run = this.run.after(file, tally.counts(), tally.differences(), RestoreSnapshot.this.clock.instant());
			this.checkpoint.reached(this.run);
		}

		synchronized RestoreRun run() {
			return this.run;
		}

	}

}

package io.mokuroku.sync.snapshot;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.StoredEntry;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.job.Jobs;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the tables that are truth while they are in use. First everything is scanned;
 * then the entries that were committed or worked on meanwhile are read again until each
 * was seen whole; then the tables that lead to entries, so that nothing of a copied entry
 * is missing in them. Memory does not depend on the size of the catalogue, but for the
 * ids of entries that changed.
 */
final class TakeSnapshot implements Jobs.Work<SnapshotRun> {

	private static final Logger logger = LoggerFactory.getLogger(TakeSnapshot.class);

	private final TruthItems items;

	private final SnapshotStore store;

	private final Snapshots snapshots;

	private final Supplier<Optional<String>> release;

	private final Consumer<Manifest> taken;

	private final InstantSource clock;

	private final SnapshotSettings settings;

	/**
	 * Copies from tables to a store.
	 * @param release the dataset release that was applied last
	 * @param taken hears of every snapshot that is good
	 */
	TakeSnapshot(TruthItems items, SnapshotStore store, Snapshots snapshots, Supplier<Optional<String>> release,
			Consumer<Manifest> taken, InstantSource clock, SnapshotSettings settings) {
		this.items = items;
		this.store = store;
		this.snapshots = snapshots;
		this.release = release;
		this.taken = taken;
		this.clock = clock;
		this.settings = settings;
	}

	@Override
	public SnapshotRun work(SnapshotRun run, Jobs.Progress<SnapshotRun> progress)
			throws SnapshotUnusable, InterruptedException {
		Optional<Manifest> done = this.snapshots.find(run.id());
		if (done.isPresent()) {
			return run;
		}
		int swept = this.snapshots.sweep();
		if (swept > 0) {
			logger.info("left-overs swept run={} count={}", run.id(), swept);
		}
		String folder = Snapshots.folder(run.id());
		Tally tally = new Tally(run, progress, this.clock);
		try {
			Instant start = this.clock.instant();
			List<SnapshotFile> files = new ArrayList<>(entries(folder, start, tally));
			for (TruthTable table : EnumSet.complementOf(EnumSet.of(TruthTable.ANIME))) {
				files.addAll(table(folder, table, tally));
			}
			Manifest.ReadPoint readPoint = new Manifest.ReadPoint(start, this.clock.instant());
			Manifest manifest = new Manifest(Manifest.SCHEMA_VERSION, run.id(), run.cause(), readPoint,
					this.release.get().orElse(null), Manifest.OF_THE_DATASET, List.of(), files);
			CheckSnapshot check = new CheckSnapshot(this.store, this.settings.parallelism());
			Manifest whole = manifest.with(check.contents(folder, manifest));
			progress.reached(tally.run());
			this.snapshots.add(whole);
			removeOutlived();
			this.taken.accept(whole);
			return tally.run();
		}
		catch (SnapshotUnusable ex) {
			this.snapshots.remove(run.id());
			throw ex;
		}
	}

	/** A snapshot is good even if older ones cannot be removed. */
	private void removeOutlived() {
		try {
			List<Retention.Kept> good = this.snapshots.all().stream().map(Retention.Kept::of).toList();
			for (String id : Retention.outlived(good, this.settings.schedule().rules(), this.clock.instant())) {
				this.snapshots.remove(id);
				logger.info("snapshot removed id={} reason=outlived", id);
			}
		}
		catch (RetryableFailure ex) {
			logger.warn("outlived snapshots stay failure={}", ex.toString());
		}
	}

	private List<SnapshotFile> entries(String folder, Instant start, Tally tally)
			throws SnapshotUnusable, InterruptedException {
		Set<AnimeId> suspect = ConcurrentHashMap.newKeySet();
		List<SnapshotFile> files = new ArrayList<>(
				segments(folder, TruthTable.ANIME, tally, (segment, series) -> this.items.scanEntries(segment,
						this.settings.segments(), (entry) -> addEntry(entry, series, suspect, tally))));
		Thread.sleep(this.settings.settle());
		Set<AnimeId> again = new HashSet<>(this.items.changedSince(start.minus(this.settings.clockSkew())));
		again.addAll(this.items.underWork(this.clock.instant()));
		again.addAll(suspect);
		tally.amended(again.size());
		try (FileSeries amendments = series(folder, "amended", TruthTable.ANIME, true)) {
			new SettledEntries(this.items, this.settings.settle()).read(again, (entry) -> {
				amendments.add(entry.items());
				tally.read(entry.items().size());
			});
			List<SnapshotFile> written = amendments.finish();
			tally.written(written);
			files.addAll(written);
		}
		return files;
	}

	/** Parts without their entry are looked at again: it may be about to be committed. */
	private static void addEntry(StoredEntry entry, FileSeries files, Set<AnimeId> suspect, Tally tally) {
		if (entry.version() == 0) {
			suspect.add(entry.id());
			return;
		}
		files.add(entry.items());
		tally.read(entry.items().size());
	}

	private List<SnapshotFile> table(String folder, TruthTable table, Tally tally)
			throws SnapshotUnusable, InterruptedException {
		return segments(folder, table, tally,
				(segment, files) -> this.items.scan(table, segment, this.settings.segments(), (item) -> {
					files.add(List.of(item));
					tally.read(1);
				}));
	}

	private List<SnapshotFile> segments(String folder, TruthTable table, Tally tally, Scan scan)
			throws SnapshotUnusable, InterruptedException {
		List<SnapshotFile> files = Collections.synchronizedList(new ArrayList<>());
		List<Integer> segments = IntStream.range(0, this.settings.segments()).boxed().toList();
		SideBySide.each(this.settings.parallelism(), segments, (segment) -> {
			try (FileSeries series = series(folder, "%03d".formatted(segment), table, false)) {
				scan.into(segment, series);
				List<SnapshotFile> written = series.finish();
				tally.written(written);
				files.addAll(written);
			}
		});
		return files.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
	}

	private FileSeries series(String folder, String name, TruthTable table, boolean amendment) {
		return new FileSeries(this.store, folder, name, table, amendment, this.settings.fileSize().toBytes());
	}

	@FunctionalInterface
	private interface Scan {

		void into(int segment, FileSeries files);

	}

}

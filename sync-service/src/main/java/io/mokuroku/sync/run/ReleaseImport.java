package io.mokuroku.sync.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.telemetry.TraceContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams a release into the catalogue. Batches are applied side by side; the position
 * from which a run is resumed moves on only over batches that are all done.
 */
final class ReleaseImport {

	private static final Logger logger = LoggerFactory.getLogger(ReleaseImport.class);

	/** Room in a transaction for the outbox row. */
	private static final int ITEMS_PER_BATCH = AnimeStore.MOST_ITEMS_PER_TRANSACTION - 1;

	private static final int BATCHES_PER_CHECKPOINT = 20;

	private final BatchImport batches;

	private final EnrichmentRequests requests;

	private final SourceLinks links;

	private final TraceContexts traces;

	private final InstantSource clock;

	private final int parallelism;

	ReleaseImport(BatchImport batches, EnrichmentRequests requests, SourceLinks links, TraceContexts traces,
			InstantSource clock, int parallelism) {
		this.batches = batches;
		this.requests = requests;
		this.links = links;
		this.traces = traces;
		this.clock = clock;
		this.parallelism = parallelism;
	}

	/**
	 * Looks through a release before anything of it is applied.
	 * @throws IOException if too little of it can be read
	 */
	Counts measure(Path file) throws IOException {
		DatasetFile.Summary summary = new DatasetFile(file).summary();
		if (!summary.trustworthy()) {
			throw new IOException(
					"%d of %d lines of the release hold no record".formatted(summary.broken(), summary.lines()));
		}
		return Counts.of(summary.lines());
	}

	/**
	 * Applies what a run has not applied yet.
	 * @param run where the run stands
	 * @param file its release
	 * @param checkpoint is told now and then how far the run has come
	 * @return the run at its end
	 * @throws RetryableFailure if it cannot go on now and should be resumed later
	 */
	SyncRun apply(SyncRun run, Path file, Consumer<SyncRun> checkpoint) throws IOException, InterruptedException {
		boolean allNew = this.links.isEmpty();
		try (ExecutorService pool = Executors.newFixedThreadPool(this.parallelism)) {
			Progress progress = new Progress(run, checkpoint, allNew, pool);
			try {
				new DatasetFile(file).read(progress::accept);
				SyncRun applied = progress.finish();
				long requested = this.requests.send(applied.id(), file);
				return applied.progressed(applied.counts().withRequested(requested), this.clock.instant());
			}
			finally {
				pool.shutdownNow();
			}
		}
	}

	/** The batches of one run that are under way, in the order of the file. */
	private final class Progress {

		private final Consumer<SyncRun> checkpoint;

		private final boolean allNew;

		private final ExecutorService pool;

		private final ArrayDeque<Future<Counts>> underWay = new ArrayDeque<>();

		private final long skipped;

		private SyncRun run;

		private List<DatasetLine> batch = new ArrayList<>();

		private int items;

		private int sinceCheckpoint;

		Progress(SyncRun run, Consumer<SyncRun> checkpoint, boolean allNew, ExecutorService pool) {
			this.run = run;
			this.checkpoint = checkpoint;
			this.allNew = allNew;
			this.pool = pool;
			this.skipped = run.counts().done();
		}

		boolean accept(DatasetLine line) {
			if (line.number() <= this.skipped) {
				return true;
			}
			int needed = itemsFor(line);
			if (this.items + needed > ITEMS_PER_BATCH) {
				submit();
			}
			this.batch.add(line);
			this.items += needed;
			return !Thread.currentThread().isInterrupted();
		}

		SyncRun finish() throws InterruptedException {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			submit();
			while (!this.underWay.isEmpty()) {
				settleOldest();
			}
			this.checkpoint.accept(this.run);
			return this.run;
		}

		private void submit() {
			if (this.batch.isEmpty()) {
				return;
			}
			List<DatasetLine> next = this.batch;
			this.batch = new ArrayList<>();
			this.items = 0;
			if (this.underWay.size() >= 2 * ReleaseImport.this.parallelism) {
				settleOldest();
			}
			this.underWay.add(this.pool.submit(() -> applyTraced(next)));
		}

		private Counts applyTraced(List<DatasetLine> lines) {
			return ReleaseImport.this.traces.newTrace("import lines", Map.of("run", this.run.id()), () -> {
				Counts counts = ReleaseImport.this.batches.apply(lines, this.allNew);
				logger.info("lines imported run={} lines={}-{} added={} changed={}", this.run.id(),
						lines.getFirst().number(), lines.getLast().number(), counts.added(), counts.changed());
				return counts;
			});
		}

		private void settleOldest() {
			try {
				Counts counts = this.underWay.remove().get();
				this.run = this.run.progressed(this.run.counts().plus(counts), ReleaseImport.this.clock.instant());
			}
			catch (ExecutionException ex) {
				throw new RetryableFailure("A batch could not be applied", ex.getCause());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new RetryableFailure("Interrupted while applying a batch", ex);
			}
			if (++this.sinceCheckpoint >= BATCHES_PER_CHECKPOINT) {
				this.sinceCheckpoint = 0;
				this.checkpoint.accept(this.run);
			}
		}

		private static int itemsFor(DatasetLine line) {
			return switch (line) {
				case DatasetLine.Parsed readable -> 1 + readable.content().sources().size();
				case DatasetLine.Broken _ -> 0;
			};
		}

	}

}

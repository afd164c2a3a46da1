package io.mokuroku.sync.run;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.sync.diff.Change;
import io.mokuroku.telemetry.TraceContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a plan from where a run stands to its end. Batches are applied side by side;
 * the place from which a run is resumed moves on only over batches that are all done.
 */
final class ApplyPlan {

	private static final Logger logger = LoggerFactory.getLogger(ApplyPlan.class);

	/** Room in a transaction for the outbox row. */
	private static final int ITEMS_PER_BATCH = AnimeStore.MOST_ITEMS_PER_TRANSACTION - 1;

	private static final int SINGLES_PER_BATCH = 20;

	private static final int BATCHES_PER_CHECKPOINT = 20;

	private final PlanFiles files;

	private final ApplyChanges changes;

	private final TraceContexts traces;

	private final InstantSource clock;

	private final int parallelism;

	ApplyPlan(PlanFiles files, ApplyChanges changes, TraceContexts traces, InstantSource clock, int parallelism) {
		this.files = files;
		this.changes = changes;
		this.traces = traces;
		this.clock = clock;
		this.parallelism = parallelism;
	}

	/**
	 * Applies what a run has not applied yet.
	 * @param run where the run stands
	 * @param checkpoint is told now and then how far it has come; it answers whether to
	 * go on
	 * @return the run as far as it has come
	 * @throws RetryableFailure if it cannot go on now and should be resumed later
	 * @throws PermanentFailure if it can never go on
	 * @throws InterruptedException if the thread is told to stop
	 */
	SyncRun apply(SyncRun run, Predicate<SyncRun> checkpoint) throws InterruptedException {
		try (ExecutorService pool = Executors.newFixedThreadPool(this.parallelism)) {
			try {
				return new Progress(run, checkpoint, pool).toTheEnd();
			}
			finally {
				pool.shutdownNow();
			}
		}
	}

	/** The batches of one run that are under way, in the order of the plan. */
	private final class Progress {

		private final Predicate<SyncRun> checkpoint;

		private final ExecutorService pool;

		private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();

		private SyncRun run;

		private List<Change> batch = new ArrayList<>();

		private int items;

		private int singles;

		private int sinceCheckpoint;

		private boolean goOn = true;

		Progress(SyncRun run, Predicate<SyncRun> checkpoint, ExecutorService pool) {
			this.run = run;
			this.checkpoint = checkpoint;
			this.pool = pool;
		}

		SyncRun toTheEnd() throws InterruptedException {
			List<Integer> parts = this.run.planSoFar().parts();
			long skip = this.run.counts().done();
			for (int part = 0; part < parts.size() && this.goOn; part++) {
				int size = parts.get(part);
				if (skip >= size) {
					skip -= size;
					continue;
				}
				List<Change> all = ApplyPlan.this.files.changes(this.run.id(), part);
				for (Change change : all.subList((int) skip, size)) {
					accept(change);
				}
				skip = 0;
			}
			submit();
			while (!this.underWay.isEmpty()) {
				settleOldest();
			}
			this.goOn &= this.checkpoint.test(this.run);
			return this.run;
		}

		private void accept(Change change) throws InterruptedException {
			if (!this.goOn) {
				return;
			}
			int needed = ApplyChanges.sharedItems(change);
			if (this.items + needed > ITEMS_PER_BATCH || this.singles == SINGLES_PER_BATCH) {
				submit();
			}
			this.batch.add(change);
			this.items += needed;
			this.singles += (needed == 0) ? 1 : 0;
		}

		private void submit() throws InterruptedException {
			if (this.batch.isEmpty() || !this.goOn) {
				return;
			}
			List<Change> next = this.batch;
			this.batch = new ArrayList<>();
			this.items = 0;
			this.singles = 0;
			if (this.underWay.size() >= 2 * ApplyPlan.this.parallelism) {
				settleOldest();
			}
			SyncRun of = this.run;
			this.underWay.add(new UnderWay(next.size(), this.pool.submit(() -> applyTraced(next, of))));
		}

		private int applyTraced(List<Change> next, SyncRun of) {
			return ApplyPlan.this.traces.newTrace("apply changes", Map.of("run", of.id()), () -> {
				int deferred = ApplyPlan.this.changes.apply(next, of);
				logger.info("changes applied run={} count={} first={} deferred={}", of.id(), next.size(),
						next.getFirst().steps().getFirst().animeId(), deferred);
				return deferred;
			});
		}

		private void settleOldest() throws InterruptedException {
			UnderWay oldest = this.underWay.remove();
			Counts counts = this.run.counts();
			try {
				int deferred = oldest.outcome().get();
				this.run = this.run.progressed(Phase.APPLYING,
						counts.withDone(counts.done() + oldest.changes(), counts.deferred() + deferred),
						ApplyPlan.this.clock.instant());
			}
			catch (ExecutionException ex) {
				throw switch (ex.getCause()) {
					case RetryableFailure failure -> failure;
					case PermanentFailure failure -> failure;
					case null, default -> new IllegalStateException("A batch could not be applied", ex.getCause());
				};
			}
			if (++this.sinceCheckpoint >= BATCHES_PER_CHECKPOINT) {
				this.sinceCheckpoint = 0;
				this.goOn = this.checkpoint.test(this.run);
			}
		}

	}

	/**
	 * A batch that is being applied.
	 *
	 * @param changes how many changes it has
	 * @param outcome how many of them are deferred
	 */
	private record UnderWay(int changes, Future<Integer> outcome) {
	}

}

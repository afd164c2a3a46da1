package io.mokuroku.sync.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.job.Run;
import io.mokuroku.job.RunState;
import org.jspecify.annotations.Nullable;

/**
 * The putting back of a snapshot, or its comparison with the tables.
 *
 * @param id sorts by time of request
 * @param requestId who asked; the same request is one run
 * @param order what was asked for
 * @param state where it stands
 * @param counts what it has done
 * @param filesDone the files that are dealt with for good; a resumed run leaves them out
 * @param differences the first that a comparison found, at most {@value #MOST_SHOWN}
 * @param startedAt when it was asked for
 * @param updatedAt when it last got on
 * @param error why it failed
 */
record RestoreRun(String id, String requestId, Order order, RunState state, Counts counts, Set<String> filesDone,
		List<Difference> differences, Instant startedAt, Instant updatedAt,
		@Nullable String error) implements Run<RestoreRun> {

	static final int MOST_SHOWN = 100;

	RestoreRun {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(requestId, "requestId");
		Objects.requireNonNull(order, "order");
		Objects.requireNonNull(state, "state");
		Objects.requireNonNull(counts, "counts");
		filesDone = Set.copyOf(filesDone);
		differences = List.copyOf(differences);
	}

	static RestoreRun accepted(String id, String requestId, Order order, Instant now) {
		return new RestoreRun(id, requestId, order, RunState.ACCEPTED, Counts.NONE, Set.of(), List.of(), now, now,
				null);
	}

	@Override
	public RestoreRun in(RunState next, @Nullable String reason, Instant now) {
		return new RestoreRun(this.id, this.requestId, this.order, next, this.counts, this.filesDone, this.differences,
				this.startedAt, now, reason);
	}

	/** The run after one more file. */
	RestoreRun after(SnapshotFile file, Counts more, List<Difference> found, Instant now) {
		Set<String> files = new TreeSet<>(this.filesDone);
		files.add(file.name());
		List<Difference> all = new ArrayList<>(this.differences);
		found.stream().limit(MOST_SHOWN - (long) all.size()).forEach(all::add);
		return new RestoreRun(this.id, this.requestId, this.order, this.state, this.counts.plus(more), files, all,
				this.startedAt, now, this.error);
	}

	/**
	 * What was asked for.
	 *
	 * @param snapshotId which snapshot
	 * @param mode who is right where it differs from the tables
	 * @param verifyOnly whether to compare and write nothing
	 * @param duringSync whether to go on although a release is being applied
	 */
	record Order(String snapshotId, RestoreMode mode, boolean verifyOnly, boolean duringSync) {

		Order {
			Objects.requireNonNull(snapshotId, "snapshotId");
			Objects.requireNonNull(mode, "mode");
		}

	}

	/**
	 * What a run has done so far. A file that was interrupted and repeated counts once.
	 *
	 * @param files how many files
	 * @param items how many items of the snapshot were looked at
	 * @param added entries, links and other items that were missing
	 * @param replaced those written over others
	 * @param kept those that were as new or the same
	 * @param contested links that were left with the entry that holds them now
	 * @param missing items that a comparison did not find
	 * @param changed items that a comparison found in another state
	 * @param extra parts that a comparison found beyond the snapshot's
	 */
	record Counts(long files, long items, long added, long replaced, long kept, long contested, long missing,
			long changed, long extra) {

		static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

		Counts plus(Counts more) {
			return new Counts(this.files + more.files, this.items + more.items, this.added + more.added,
					this.replaced + more.replaced, this.kept + more.kept, this.contested + more.contested,
					this.missing + more.missing, this.changed + more.changed, this.extra + more.extra);
		}

	}

}

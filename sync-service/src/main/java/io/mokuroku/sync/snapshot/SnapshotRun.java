package io.mokuroku.sync.snapshot;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.job.Run;
import io.mokuroku.job.RunState;
import io.mokuroku.message.SnapshotRequested.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The taking of a snapshot, which bears the same id.
 *
 * @param id sorts by time of request
 * @param requestId who asked; the same request is one run
 * @param cause what it is taken for
 * @param state where it stands
 * @param counts what it has done
 * @param startedAt when it was asked for
 * @param updatedAt when it last got on
 * @param error why it failed
 */
record SnapshotRun(String id, String requestId, Cause cause, RunState state, Counts counts, Instant startedAt,
		Instant updatedAt, @Nullable String error) implements Run<SnapshotRun> {

	SnapshotRun {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(requestId, "requestId");
		Objects.requireNonNull(cause, "cause");
		Objects.requireNonNull(state, "state");
		Objects.requireNonNull(counts, "counts");
	}

	static SnapshotRun accepted(String id, String requestId, Cause cause, Instant now) {
		return new SnapshotRun(id, requestId, cause, RunState.ACCEPTED, Counts.NONE, now, now, null);
	}

	SnapshotRun progressed(Counts reached, Instant now) {
		return new SnapshotRun(this.id, this.requestId, this.cause, this.state, reached, this.startedAt, now,
				this.error);
	}

	@Override
	public SnapshotRun in(RunState next, @Nullable String reason, Instant now) {
		return new SnapshotRun(this.id, this.requestId, this.cause, next, this.counts, this.startedAt, now, reason);
	}

	/**
	 * What a run has done so far.
	 *
	 * @param items how many items were read
	 * @param amended how many entries had to be read again because they changed meanwhile
	 * @param files how many files were written
	 * @param bytes how large they are together
	 */
	record Counts(long items, long amended, long files, long bytes) {

		static final Counts NONE = new Counts(0, 0, 0, 0);

	}

}

package io.mokuroku.sync.run;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.sync.release.Release;
import org.jspecify.annotations.Nullable;

/**
 * One application of a release.
 *
 * @param id sorts by time of start
 * @param source what was asked for
 * @param requestId who asked; the same request is one run
 * @param state where it stands
 * @param release the release, once it is fetched
 * @param counts what it has done
 * @param startedAt when it was asked for
 * @param updatedAt when it last got on
 * @param error why it failed
 */
public record SyncRun(String id, String source, String requestId, State state, @Nullable Release release, Counts counts,
		Instant startedAt, Instant updatedAt, @Nullable String error) {

	public SyncRun {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(state, "state");
		Objects.requireNonNull(counts, "counts");
	}

	SyncRun running(Release fetched, Counts start, Instant now) {
		return new SyncRun(this.id, this.source, this.requestId, State.RUNNING, fetched, start, this.startedAt, now,
				null);
	}

	SyncRun progressed(Counts reached, Instant now) {
		return new SyncRun(this.id, this.source, this.requestId, this.state, this.release, reached, this.startedAt, now,
				this.error);
	}

	SyncRun ended(State end, @Nullable String reason, Instant now) {
		return new SyncRun(this.id, this.source, this.requestId, end, this.release, this.counts, this.startedAt, now,
				reason);
	}

	/** Where a run stands. */
	public enum State {

		/** Asked for, the release not fetched yet. */
		ACCEPTED,

		/** Being applied; also while its process is down, until it is resumed. */
		RUNNING,

		/** Applied to the last line. */
		SUCCEEDED,

		/** Given up; nothing that was applied is taken back. */
		FAILED;

		boolean ended() {
			return this == SUCCEEDED || this == FAILED;
		}

	}

}

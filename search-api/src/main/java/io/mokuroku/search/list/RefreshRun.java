package io.mokuroku.search.list;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.job.Run;
import io.mokuroku.job.RunState;
import org.jspecify.annotations.Nullable;

/**
 * One computation of the lists. An interrupted one begins anew.
 *
 * @param id sorts by time of request
 * @param requestId who asked; the same request is one run
 * @param state where it stands
 * @param entries how many entries it has seen that could be on a list
 * @param startedAt when it was asked for
 * @param updatedAt when it last got on
 * @param error why it failed
 */
record RefreshRun(String id, String requestId, RunState state, long entries, Instant startedAt, Instant updatedAt,
		@Nullable String error) implements Run<RefreshRun> {

	RefreshRun {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(requestId, "requestId");
		Objects.requireNonNull(state, "state");
	}

	static RefreshRun accepted(String id, String requestId, Instant now) {
		return new RefreshRun(id, requestId, RunState.ACCEPTED, 0, now, now, null);
	}

	RefreshRun progressed(long reached, Instant now) {
		return new RefreshRun(this.id, this.requestId, this.state, reached, this.startedAt, now, this.error);
	}

	@Override
	public RefreshRun in(RunState next, @Nullable String why, Instant now) {
		return new RefreshRun(this.id, this.requestId, next, this.entries, this.startedAt, now, why);
	}

}

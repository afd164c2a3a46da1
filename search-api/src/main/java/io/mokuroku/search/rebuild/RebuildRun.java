package io.mokuroku.search.rebuild;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.job.Run;
import io.mokuroku.job.RunState;
import org.jspecify.annotations.Nullable;

/**
 * One building of the index. An interrupted one begins anew, because what it had built is
 * gone.
 *
 * @param id sorts by time of request
 * @param requestId who asked; the same request is one run
 * @param reason why, for people
 * @param state where it stands
 * @param indexed how many entries it has taken in
 * @param startedAt when it was asked for
 * @param updatedAt when it last got on
 * @param error why it failed
 */
record RebuildRun(String id, String requestId, String reason, RunState state, long indexed, Instant startedAt,
		Instant updatedAt, @Nullable String error) implements Run<RebuildRun> {

	RebuildRun {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(requestId, "requestId");
		Objects.requireNonNull(reason, "reason");
		Objects.requireNonNull(state, "state");
	}

	static RebuildRun accepted(String id, String requestId, String reason, Instant now) {
		return new RebuildRun(id, requestId, reason, RunState.ACCEPTED, 0, now, now, null);
	}

	RebuildRun progressed(long reached, Instant now) {
		return new RebuildRun(this.id, this.requestId, this.reason, this.state, reached, this.startedAt, now,
				this.error);
	}

	@Override
	public RebuildRun in(RunState next, @Nullable String why, Instant now) {
		return new RebuildRun(this.id, this.requestId, this.reason, next, this.indexed, this.startedAt, now, why);
	}

}

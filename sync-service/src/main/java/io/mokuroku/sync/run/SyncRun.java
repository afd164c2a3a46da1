package io.mokuroku.sync.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.mokuroku.job.Run;
import io.mokuroku.job.RunState;
import io.mokuroku.sync.release.Census;
import io.mokuroku.sync.release.GateFailure;
import io.mokuroku.sync.release.Release;
import org.jspecify.annotations.Nullable;

/**
 * One application of a release.
 *
 * @param id sorts by time of start
 * @param order what was asked for, and by whom
 * @param state where it stands
 * @param phase what it is doing
 * @param release the release, once it is fetched
 * @param census what the release holds, once it is counted
 * @param plan what is changed, once that is planned
 * @param round how often it was planned, from 0; again if a plan was overtaken
 * @param counts the run in numbers
 * @param gateFailures the gates the release did not pass
 * @param startedAt when it was asked for
 * @param updatedAt when it last got on
 * @param note why there was nothing to do
 * @param error why it failed
 */
public record SyncRun(String id, Order order, RunState state, Phase phase, @Nullable Release release,
		@Nullable Census census, @Nullable Plan plan, int round, Counts counts, List<GateFailure> gateFailures,
		Instant startedAt, Instant updatedAt, @Nullable String note, @Nullable String error) implements Run<SyncRun> {

	public SyncRun {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(order, "order");
		Objects.requireNonNull(state, "state");
		Objects.requireNonNull(phase, "phase");
		Objects.requireNonNull(counts, "counts");
		gateFailures = List.copyOf(gateFailures);
	}

	static SyncRun accepted(String id, Order order, Instant now) {
		return new SyncRun(id, order, RunState.ACCEPTED, Phase.FETCHING, null, null, null, 0, Counts.NONE, List.of(),
				now, now, null, null);
	}

	SyncRun fetched(Release found, Instant now) {
		return new SyncRun(this.id, this.order, RunState.RUNNING, Phase.COMPARING, found, null, null, 0, this.counts,
				List.of(), this.startedAt, now, null, null);
	}

	SyncRun planned(CompareRelease.Comparison comparison, Instant now) {
		Plan before = planSoFar();
		Plan all = before.followedBy(comparison.plan());
		Census held = comparison.census();
		Counts planned = new Counts(held.records(), held.broken(), held.crowdedRecords(), all.changes(),
				before.changes(), 0, all.requests(), 0, all.counts());
		return new SyncRun(this.id, this.order, this.state, Phase.APPLYING, this.release, held, all, this.round,
				planned, comparison.failures(), this.startedAt, now, null, null);
	}

	/** The same, to be compared again because what was planned was overtaken. */
	SyncRun again(Instant now) {
		return new SyncRun(this.id, this.order, this.state, Phase.COMPARING, this.release, this.census, this.plan,
				this.round + 1, this.counts, this.gateFailures, this.startedAt, now, null, null);
	}

	SyncRun progressed(Phase now, Counts reached, Instant at) {
		return new SyncRun(this.id, this.order, this.state, now, this.release, this.census, this.plan, this.round,
				reached, this.gateFailures, this.startedAt, at, null, null);
	}

	@Override
	public String requestId() {
		return this.order.requestId();
	}

	/** It does not run before its release is fetched, which callers wait for. */
	@Override
	public SyncRun in(RunState next, @Nullable String why, Instant now) {
		return next.ended() ? ended(next, why, now) : this;
	}

	SyncRun ended(RunState end, @Nullable String why, Instant now) {
		boolean failed = end == RunState.FAILED;
		return new SyncRun(this.id, this.order, end, Phase.ENDED, this.release, this.census, this.plan, this.round,
				this.counts, this.gateFailures, this.startedAt, now, failed ? null : why, failed ? why : null);
	}

	Plan planSoFar() {
		return (this.plan != null) ? this.plan : Plan.NOTHING;
	}

	/**
	 * What was asked for.
	 *
	 * @param source {@code latest}, a file or an address
	 * @param requestId the same request asked twice is one run
	 * @param caller who asked
	 * @param dryRun whether to end with the plan
	 * @param forceReason why failed gates shall not stop it; absent if they shall
	 */
	public record Order(String source, String requestId, String caller, boolean dryRun, @Nullable String forceReason) {

		public Order {
			Objects.requireNonNull(source, "source");
			Objects.requireNonNull(requestId, "requestId");
			Objects.requireNonNull(caller, "caller");
		}

		boolean forced() {
			return this.forceReason != null;
		}

	}

}

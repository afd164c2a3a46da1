package io.mokuroku.sync.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;

import io.mokuroku.job.Jobs;
import io.mokuroku.job.RunState;
import io.mokuroku.sync.release.AppliedRelease;
import io.mokuroku.sync.release.Finding;
import io.mokuroku.sync.release.Release;
import io.mokuroku.sync.release.ReleaseUnavailable;
import io.mokuroku.sync.release.Releases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a run from where it stands to its end: find the release, compare it, apply the
 * plan, ask for enrichment. Each step begins by what is stored, so it does not matter who
 * did the ones before.
 */
final class RunRelease implements Jobs.Work<SyncRun> {

	private static final Logger logger = LoggerFactory.getLogger(RunRelease.class);

	/** A plan that was overtaken is made anew this often. */
	private static final int MOST_ROUNDS = 3;

	private final Releases releases;

	private final CompareRelease comparing;

	private final ApplyPlan applying;

	private final RequestEnrichment requesting;

	private final PlanFiles files;

	private final InstantSource clock;

	RunRelease(Releases releases, CompareRelease comparing, ApplyPlan applying, RequestEnrichment requesting,
			PlanFiles files, InstantSource clock) {
		this.releases = releases;
		this.comparing = comparing;
		this.applying = applying;
		this.requesting = requesting;
		this.files = files;
		this.clock = clock;
	}

	@Override
	public SyncRun work(SyncRun found, Jobs.Progress<SyncRun> progress) throws InterruptedException {
		Work work = new Work(found, progress);
		try {
			while (!work.run.state().ended()) {
				if (progress.stopRequested()) {
					work.end(RunState.CANCELLED, "stopped on request");
				}
				else {
					work.step();
				}
			}
		}
		catch (ReleaseUnavailable | IOException ex) {
			work.end(RunState.FAILED, Objects.requireNonNullElse(ex.getMessage(), ex.toString()));
		}
		return work.run;
	}

	/** One run in the hands of one worker. */
	private final class Work {

		private final Jobs.Progress<SyncRun> progress;

		private SyncRun run;

		Work(SyncRun run, Jobs.Progress<SyncRun> progress) {
			this.run = run;
			this.progress = progress;
		}

		void step() throws InterruptedException, ReleaseUnavailable, IOException {
			switch (this.run.phase()) {
				case FETCHING -> fetch();
				case COMPARING -> compare();
				case APPLYING -> apply();
				case REQUESTING -> request();
				case ENDED -> throw new IllegalStateException("An ended run has no steps");
			}
		}

		private void fetch() throws ReleaseUnavailable {
			switch (RunRelease.this.releases.find(this.run.order().source(), this.run.order().forced())) {
				case Finding.NothingNew(Release last, String why) ->
					end(RunState.SUCCEEDED, "nothing new since " + last.name() + ": " + why);
				case Finding.Fetched(Release release) ->
					write(this.run.fetched(release, RunRelease.this.clock.instant()));
			}
		}

		private void compare() throws InterruptedException, ReleaseUnavailable, IOException {
			Release release = Objects.requireNonNull(this.run.release());
			CompareRelease.Comparison comparison;
			try (Releases.Copy copy = RunRelease.this.releases.open(release)) {
				@Nullable AppliedRelease previous = RunRelease.this.releases.lastApplied().orElse(null);
				comparison = RunRelease.this.comparing.compare(new CompareRelease.Question(this.run.id(), release,
						copy.dataset(), previous, RunRelease.this.releases.deadLinks(release),
						this.run.order().forced(), this.run.planSoFar()));
			}
			write(this.run.planned(comparison, RunRelease.this.clock.instant()));
			logger.info("release compared run={} release={} changes={} gates={}", this.run.id(), release.name(),
					comparison.plan().counts(), comparison.failures().size());
			if (!comparison.failures().isEmpty() && !this.run.order().forced()) {
				if (!this.run.order().dryRun()) {
					RunRelease.this.releases.recordQuarantined(release, comparison.census(), comparison.failures());
				}
				end(RunState.QUARANTINED, "the release did not pass the safety gates");
			}
			else if (this.run.order().dryRun()) {
				end(RunState.SUCCEEDED, "a dry run ends with its plan");
			}
		}

		private void apply() throws InterruptedException {
			write(RunRelease.this.applying.apply(this.run, this::checkpoint));
			Counts counts = this.run.counts();
			if (counts.done() < counts.planned()) {
				return;
			}
			if (counts.deferred() > 0 && this.run.round() + 1 < MOST_ROUNDS) {
				write(this.run.again(RunRelease.this.clock.instant()));
				return;
			}
			RunRelease.this.releases.recordApplied(Objects.requireNonNull(this.run.release()),
					Objects.requireNonNull(this.run.census()));
			write(this.run.progressed(Phase.REQUESTING, counts, RunRelease.this.clock.instant()));
		}

		private void request() throws InterruptedException {
			if (this.run.counts().requests() > 0) {
				write(RunRelease.this.requesting.send(this.run, RunRelease.this.files.wishes(this.run.id()),
						this::checkpoint));
			}
			if (!this.progress.stopRequested()) {
				end(RunState.SUCCEEDED, null);
			}
		}

		private boolean checkpoint(SyncRun reached) {
			write(reached);
			return !this.progress.stopRequested();
		}

		private void write(SyncRun next) {
			this.progress.reached(next);
			this.run = next;
		}

		private void end(RunState state, @Nullable String why) {
			write(this.run.ended(state, why, RunRelease.this.clock.instant()));
			logger.info("run ended run={} state={} counts={} reason={}", this.run.id(), state, this.run.counts(), why);
		}

	}

}

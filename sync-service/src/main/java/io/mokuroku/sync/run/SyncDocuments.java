package io.mokuroku.sync.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.mokuroku.job.RunState;
import io.mokuroku.sync.diff.Kind;
import io.mokuroku.sync.diff.Step;
import io.mokuroku.sync.release.GateFailure;
import org.jspecify.annotations.Nullable;

/**
 * Runs and plans as documents of the API.
 */
final class SyncDocuments {

	private SyncDocuments() {
	}

	record One(Resource data) {

		static One of(SyncRun run) {
			return new One(Resource.of(run));
		}

	}

	record Many(List<Resource> data) {

		static Many of(List<SyncRun> runs) {
			return new Many(runs.stream().map(Resource::of).toList());
		}

	}

	record Resource(String type, String id, Attributes attributes) {

		static Resource of(SyncRun run) {
			return new Resource("sync", run.id(), Attributes.of(run));
		}

	}

	/**
	 * A run in words and numbers.
	 *
	 * @param perSecond changes dealt with per second since the start
	 * @param secondsLeft how long the rest takes at that rate
	 */
	record Attributes(RunState state, Phase phase, String source, String caller, boolean dryRun,
			@Nullable String forceReason, @Nullable String release, Counts counts, List<Failure> gateFailures,
			String startedAt, String updatedAt, @Nullable Double perSecond, @Nullable Long secondsLeft,
			@Nullable String note, @Nullable String error) {

		static Attributes of(SyncRun run) {
			Counts counts = run.counts();
			double seconds = Duration.between(run.startedAt(), run.updatedAt()).toMillis() / 1000.0;
			Double rate = (counts.done() > 0 && seconds > 0) ? Math.round(10 * counts.done() / seconds) / 10.0 : null;
			Long left = (rate != null && rate > 0 && run.phase() == Phase.APPLYING)
					? Math.round((counts.planned() - counts.done()) / rate) : null;
			return new Attributes(run.state(), run.phase(), run.order().source(), run.order().caller(),
					run.order().dryRun(), run.order().forceReason(),
					(run.release() != null) ? run.release().name() : null, counts,
					run.gateFailures().stream().map(Failure::of).toList(), run.startedAt().toString(),
					run.updatedAt().toString(), rate, left, run.note(), run.error());
		}

	}

	/**
	 * A gate the release did not pass.
	 *
	 * @param gate which
	 * @param message how it failed
	 */
	record Failure(String gate, String message) {

		static Failure of(GateFailure failure) {
			return new Failure(failure.gate().name(), failure.message());
		}

	}

	/**
	 * A page of changes.
	 *
	 * @param data the changes
	 * @param meta where the next page begins
	 */
	record Changes(List<ChangeResource> data, Meta meta) {

		static Changes of(PlannedChanges.Page page) {
			return new Changes(page.changes().stream().map(ChangeResource::of).toList(), new Meta(page.next()));
		}

	}

	/**
	 * Beside a page.
	 *
	 * @param next the cursor of the next page; absent after the last
	 */
	record Meta(@Nullable Integer next) {
	}

	record ChangeResource(String type, String id, ChangeAttributes attributes) {

		static ChangeResource of(PlannedChanges.Numbered numbered) {
			return new ChangeResource("sync-change", Integer.toString(numbered.number()),
					new ChangeAttributes(numbered.change().kind(), numbered.change().counts(),
							numbered.change().steps(), numbered.change().notes()));
		}

	}

	/**
	 * A change.
	 *
	 * @param kind what it is called
	 * @param counts everything it is, and how often
	 * @param steps what it means for each entry
	 * @param notes what is odd about it
	 */
	record ChangeAttributes(Kind kind, Map<Kind, Integer> counts, List<Step> steps, List<String> notes) {
	}

}

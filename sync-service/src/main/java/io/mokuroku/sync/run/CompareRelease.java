package io.mokuroku.sync.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryDigest;
import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.diff.CatalogueState;
import io.mokuroku.sync.diff.Differences;
import io.mokuroku.sync.diff.KnownRecords;
import io.mokuroku.sync.diff.ReleaseIndex;
import io.mokuroku.sync.diff.Surroundings;
import io.mokuroku.sync.release.AppliedRelease;
import io.mokuroku.sync.release.Census;
import io.mokuroku.sync.release.CensusTaker;
import io.mokuroku.sync.release.DeadLinks;
import io.mokuroku.sync.release.GateFailure;
import io.mokuroku.sync.release.Release;
import io.mokuroku.sync.release.SafetyGates;
import org.jspecify.annotations.Nullable;

/**
 * Compares a release with the catalogue. In memory they are a few numbers an entry and a
 * record. Lines that the release before had word for word are known without reading them.
 */
final class CompareRelease {

	private final AnimeStore store;

	private final PlanFiles files;

	private final IndexFiles indexes;

	private final int segmentsAtOnce;

	private final int mostWishes;

	CompareRelease(AnimeStore store, PlanFiles files, IndexFiles indexes, int segmentsAtOnce, int mostWishes) {
		this.store = store;
		this.files = files;
		this.indexes = indexes;
		this.segmentsAtOnce = segmentsAtOnce;
		this.mostWishes = mostWishes;
	}

	/**
	 * Compares and plans.
	 * @param question what is compared, for which run
	 * @throws IOException if the release cannot be read
	 * @throws InterruptedException if the thread is told to stop
	 */
	Comparison compare(Question question) throws IOException, InterruptedException {
		ReleaseIndex index = read(question);
		CatalogueState state = catalogue(index.size());
		Census census = CensusTaker.of(index);
		List<GateFailure> failures = SafetyGates.check(question.censusBefore(), census);
		if (!failures.isEmpty() && !question.forced()) {
			return new Comparison(census, failures, Plan.NOTHING);
		}
		String release = question.release().sha256();
		Surroundings around = new Surroundings(release, question.dead()::contains, state::lifecycle);
		Differences differences = Differences.between(state, index, EntryDigest.fingerprint(release));
		PlanWriter writer = new PlanWriter(this.files, question.runId(), question.before().parts().size(),
				this.mostWishes);
		Plan plan = new PlanRelease(this.store, state, index, differences, around, writer).plan(question.file());
		return new Comparison(census, failures, plan);
	}

	/** It follows the dataset, so it is about as large. */
	private CatalogueState catalogue(int records) throws InterruptedException {
		CatalogueState.Builder builder = new CatalogueState.Builder();
		this.store.readDigests(this.segmentsAtOnce, records, builder::add);
		return builder.build();
	}

	/** What is known of this release, or of the one before, is not read again. */
	private ReleaseIndex read(Question question) throws IOException, InterruptedException {
		String sha256 = question.release().sha256();
		Optional<ReleaseIndex> own = this.indexes.find(sha256);
		Optional<ReleaseIndex> known = own.or(() -> Optional.ofNullable(question.previous())
			.flatMap((previous) -> this.indexes.find(previous.release().sha256())));
		ReleaseIndex index = new KnownRecords(known.orElseGet(ReleaseIndex::new)).read(question.file());
		if (own.isEmpty()) {
			this.indexes.put(sha256, index);
		}
		return index;
	}

	/**
	 * What is compared.
	 *
	 * @param runId the run
	 * @param release the release
	 * @param file our copy of it
	 * @param previous the release applied before; absent if there was none
	 * @param dead pages that are gone
	 * @param forced whether gates are recorded, but do not stop the run
	 * @param before what the run has planned already
	 */
	record Question(String runId, Release release, DatasetFile file, @Nullable AppliedRelease previous, DeadLinks dead,
			boolean forced, Plan before) {

		@Nullable Census censusBefore() {
			return (this.previous != null) ? this.previous.census() : null;
		}

	}

	/**
	 * What came of it.
	 *
	 * @param census what the release holds
	 * @param failures the gates it did not pass
	 * @param plan what is to be changed; nothing if gates stopped it
	 */
	record Comparison(Census census, List<GateFailure> failures, Plan plan) {
	}

}

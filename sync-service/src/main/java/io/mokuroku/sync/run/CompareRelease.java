package io.mokuroku.sync.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryDigest;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.sync.diff.CatalogueState;
import io.mokuroku.sync.diff.Differences;
import io.mokuroku.sync.diff.ReleaseIndex;
import io.mokuroku.sync.diff.Surroundings;
import io.mokuroku.sync.release.Census;
import io.mokuroku.sync.release.CensusTaker;
import io.mokuroku.sync.release.DeadLinks;
import io.mokuroku.sync.release.GateFailure;
import io.mokuroku.sync.release.Release;
import io.mokuroku.sync.release.SafetyGates;
import org.jspecify.annotations.Nullable;

/**
 * Compares a release with the catalogue. Both are read at the same time; in memory they
 * are a few numbers an entry and a record.
 */
final class CompareRelease {

	private final AnimeStore store;

	private final PlanFiles files;

	private final int segments;

	private final int mostWishes;

	CompareRelease(AnimeStore store, PlanFiles files, int segments, int mostWishes) {
		this.store = store;
		this.files = files;
		this.segments = segments;
		this.mostWishes = mostWishes;
	}

	/**
	 * Compares and plans.
	 * @param question what is compared, for which run
	 * @throws IOException if the release cannot be read
	 * @throws InterruptedException if the thread is told to stop
	 */
	Comparison compare(Question question) throws IOException, InterruptedException {
		ReleaseIndex index = new ReleaseIndex();
		CensusTaker taker = new CensusTaker();
		CatalogueState state;
		try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
			Callable<CatalogueState> reading = this::catalogue;
			Future<CatalogueState> catalogue = reader.submit(reading);
			try {
				read(question.file(), index, taker);
				state = catalogue.get();
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof RetryableFailure failure) ? failure
						: new RetryableFailure("The catalogue cannot be read", ex.getCause());
			}
			finally {
				reader.shutdownNow();
			}
		}
		Census census = taker.census();
		List<GateFailure> failures = SafetyGates.check(question.previous(), census);
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

	private CatalogueState catalogue() throws InterruptedException {
		CatalogueState.Builder builder = new CatalogueState.Builder();
		this.store.readDigests(this.segments, builder::add);
		return builder.build();
	}

	private static void read(Path file, ReleaseIndex index, CensusTaker taker)
			throws IOException, InterruptedException {
		new DatasetFile(file).read((line) -> {
			taker.count(line);
			if (line instanceof DatasetLine.Parsed parsed) {
				index.add(parsed.content());
			}
			return !Thread.currentThread().isInterrupted();
		});
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}

	/**
	 * What is compared.
	 *
	 * @param runId the run
	 * @param release the release
	 * @param file our copy of it
	 * @param previous what the release before held; absent if there was none
	 * @param dead pages that are gone
	 * @param forced whether gates are recorded, but do not stop the run
	 * @param before what the run has planned already
	 */
	record Question(String runId, Release release, Path file, @Nullable Census previous, DeadLinks dead, boolean forced,
			Plan before) {
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

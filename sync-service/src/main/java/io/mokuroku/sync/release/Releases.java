package io.mokuroku.sync.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.dataset.Metadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds releases and keeps a copy of each, so that a run can be resumed after its origin
 * has changed or vanished.
 */
public final class Releases {

	private static final Logger logger = LoggerFactory.getLogger(Releases.class);

	private final ReleaseOrigin origin;

	private final ReleaseBucket bucket;

	private final DeadEntryLists deadEntries;

	private final ReleaseRows rows;

	private final InstantSource clock;

	private final long mostBytes;

	Releases(ReleaseOrigin origin, ReleaseBucket bucket, ReleaseRows rows, InstantSource clock, long mostBytes) {
		this.origin = origin;
		this.bucket = bucket;
		this.deadEntries = new DeadEntryLists(origin, bucket);
		this.rows = rows;
		this.clock = clock;
		this.mostBytes = mostBytes;
	}

	/**
	 * Looks for a release that is not the one applied last, and stores our copy of it.
	 * Until it is recorded as applied, the same look finds it again.
	 * @param source {@code latest}, a file or an address
	 * @param force whether to take what is there, even if it is the same or older
	 * @throws ReleaseUnavailable if there is no such release, or it cannot be fetched, or
	 * it is older than the one applied last
	 * @throws RetryableFailure if our own stores do not answer now
	 */
	public Finding find(String source, boolean force) throws ReleaseUnavailable {
		try (TemporaryFile file = TemporaryFile.create()) {
			KeptRelease last = force ? null : this.rows.lastApplied().orElse(null);
			return switch (this.origin.look(source, last, file.path())) {
				case Look.Unchanged(String why, Asset asset, KeptRelease.Answered answer) ->
					nothingNew(Objects.requireNonNull(last), why, asset, answer);
				case Look.Taken taken when last != null && taken.download().sha256().equals(last.release().sha256()) ->
					nothingNew(last, "its bytes are those applied last", taken.asset(), taken.answer());
				case Look.Taken taken -> fetched(taken, last, file.path());
			};
		}
	}

	/**
	 * Opens our copy of a release.
	 * @throws ReleaseUnavailable if there is none
	 * @throws RetryableFailure if our own stores do not answer now
	 */
	public Copy open(Release release) throws ReleaseUnavailable {
		TemporaryFile file = TemporaryFile.create();
		boolean opened = false;
		try {
			opened = this.bucket.get(release, file.path());
		}
		finally {
			if (!opened) {
				file.close();
			}
		}
		if (!opened) {
			throw new ReleaseUnavailable("There is no copy of release " + release.name(), null);
		}
		return new Copy(file, new DatasetFile(file.path(), this.mostBytes));
	}

	/**
	 * The release the catalogue follows.
	 * @throws RetryableFailure if the store does not answer
	 */
	public Optional<AppliedRelease> lastApplied() {
		return this.rows.lastApplied()
			.map((kept) -> new AppliedRelease(kept.release(), Objects.requireNonNull(kept.census()), kept.changedAt()));
	}

	/**
	 * Makes a release the one the catalogue follows. The next look at its origin asks for
	 * what is newer.
	 * @throws RetryableFailure if the store does not answer
	 */
	public void recordApplied(Release release, Census census) {
		this.rows.putApplied(kept(release).applied(census, this.clock.instant()));
		logger.info("release applied name={} sha256={} lastUpdate={} records={} broken={} sharedLinks={}",
				release.name(), release.sha256(), release.lastUpdate(), census.records(), census.broken(),
				census.sharedLinks());
		if (census.crowdedRecords() > 0) {
			logger.warn("records with two links of one provider release={} records={}", release.name(),
					census.crowdedRecords());
		}
	}

	/**
	 * Keeps in mind why a release was not applied. The catalogue goes on following the
	 * one before.
	 * @throws RetryableFailure if the store does not answer
	 */
	public void recordQuarantined(Release release, Census census, List<GateFailure> failures) {
		this.rows.put(kept(release).quarantined(census, failures, this.clock.instant()));
		logger.error("release quarantined name={} sha256={} failures={}", release.name(), release.sha256(),
				failures.stream().map(GateFailure::message).toList());
	}

	/**
	 * The pages that were gone when a release was built; none if it came without such
	 * lists.
	 * @throws ReleaseUnavailable if our copies of the lists cannot be read
	 * @throws RetryableFailure if our own stores do not answer now
	 */
	public DeadLinks deadLinks(Release release) throws ReleaseUnavailable {
		return this.deadEntries.of(release);
	}

	private Finding nothingNew(KeptRelease last, String why, @Nullable Asset asset,
			KeptRelease.@Nullable Answered answer) {
		KeptRelease known = last.found(last.release().publishedAs(asset), answer);
		if (!known.equals(last)) {
			this.rows.putApplied(known);
		}
		return new Finding.NothingNew(known.release(), why);
	}

	private Finding fetched(Look.Taken taken, @Nullable KeptRelease last, Path file) throws ReleaseUnavailable {
		Metadata metadata = metadata(file);
		LocalDate before = (last != null) ? last.release().lastUpdate() : null;
		LocalDate lastUpdate = metadata.lastUpdate();
		if (before != null && lastUpdate != null && lastUpdate.isBefore(before)) {
			throw new ReleaseUnavailable("Release %s is of %s, older than the one applied last, of %s"
				.formatted(taken.name(), lastUpdate, before), null);
		}
		Release release = new Release(taken.name(), taken.download().sha256(), taken.download().bytes(), lastUpdate,
				metadata.licence(), taken.asset());
		this.deadEntries.keep(release, taken.deadEntries());
		this.bucket.put(release, file);
		this.rows.put(kept(release).found(release, taken.answer()));
		return new Finding.Fetched(release);
	}

	private Metadata metadata(Path file) throws ReleaseUnavailable {
		try {
			return new DatasetFile(file, this.mostBytes).metadata();
		}
		catch (IOException ex) {
			throw new ReleaseUnavailable("The release cannot be read: " + ex.getMessage(), ex);
		}
	}

	private KeptRelease kept(Release release) {
		return this.rows.find(release.sha256())
			.orElseGet(() -> KeptRelease.fetched(release, null, this.clock.instant()));
	}

	/** A release on this machine's disk until it is closed. */
	public static final class Copy implements AutoCloseable {

		private final TemporaryFile temporary;

		private final DatasetFile dataset;

		Copy(TemporaryFile temporary, DatasetFile dataset) {
			this.temporary = temporary;
			this.dataset = dataset;
		}

		/** What is in it, within the limits an operator has set. */
		public DatasetFile dataset() {
			return this.dataset;
		}

		@Override
		public void close() {
			this.temporary.close();
		}

	}

}

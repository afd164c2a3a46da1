package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Finds releases and keeps a copy of each, so that a run can be resumed after its origin
 * has changed or vanished.
 */
public final class Releases {

	private static final String BUCKET = "mokuroku-releases";

	private final ReleaseOrigin origin;

	private final S3Client s3;

	private final ReleaseRows rows;

	private final InstantSource clock;

	Releases(ReleaseOrigin origin, S3Client s3, ReleaseRows rows, InstantSource clock) {
		this.origin = origin;
		this.s3 = s3;
		this.rows = rows;
		this.clock = clock;
	}

	/**
	 * Looks for a release that is not the one applied last, and stores our copy of it.
	 * @param source {@code latest}, a file or an address
	 * @param force whether to take what is there, even if it is the same or older
	 * @throws ReleaseUnavailable if there is no such release, or it cannot be fetched or
	 * stored, or it is older than the one applied last
	 */
	public Finding find(String source, boolean force) throws ReleaseUnavailable {
		Path file = temporary();
		try {
			String name = this.origin.fetch(source, file);
			Release release = new Release(name, sha256(file), Files.size(file), null, null, null);
			Optional<KeptRelease> last = this.rows.lastApplied();
			if (!force && last.isPresent() && last.get().release().sha256().equals(release.sha256())) {
				return new Finding.NothingNew(last.get().release(), "its bytes are those applied last");
			}
			this.s3.putObject((put) -> put.bucket(BUCKET).key(release.key()), file);
			this.rows.put(KeptRelease.fetched(release, null, this.clock.instant()));
			return new Finding.Fetched(release);
		}
		catch (IOException ex) {
			throw ReleaseUnavailable.forNow("The release cannot be read: " + ex.getMessage(), ex);
		}
		catch (SdkException ex) {
			throw ReleaseUnavailable.forNow("Our copy of the release cannot be stored: " + ex.getMessage(), ex);
		}
		finally {
			delete(file);
		}
	}

	/** Fetches a release, whatever was applied before. */
	public Release take(String source) throws ReleaseUnavailable {
		return switch (find(source, true)) {
			case Finding.Fetched(Release release) -> release;
			case Finding.NothingNew(Release last, String _) -> last;
		};
	}

	/**
	 * Opens our copy of a release.
	 * @throws ReleaseUnavailable if there is none or it cannot be read
	 */
	public Copy open(Release release) throws ReleaseUnavailable {
		Path file = temporary();
		try {
			Files.delete(file);
			this.s3.getObject((get) -> get.bucket(BUCKET).key(release.key()), file);
			return new Copy(file);
		}
		catch (NoSuchKeyException ex) {
			throw ReleaseUnavailable.forGood("There is no copy of release " + release.name(), ex);
		}
		catch (IOException | SdkException ex) {
			throw ReleaseUnavailable.forNow("Our copy of the release cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * The release the catalogue follows.
	 * @throws RetryableFailure if the store does not answer
	 */
	public Optional<AppliedRelease> lastApplied() {
		try {
			return this.rows.lastApplied()
				.map((kept) -> new AppliedRelease(kept.release(), Objects.requireNonNull(kept.census()),
						kept.changedAt()));
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The release applied last cannot be read", ex);
		}
	}

	/**
	 * Makes a release the one the catalogue follows. The next look at its origin asks for
	 * what is newer.
	 * @throws RetryableFailure if the store does not answer
	 */
	public void recordApplied(Release release, Census census) {
		try {
			this.rows.putApplied(kept(release).applied(census, this.clock.instant()));
		}
		catch (SdkException ex) {
			throw new RetryableFailure("That a release is applied cannot be recorded", ex);
		}
	}

	/**
	 * Keeps in mind why a release was not applied. The catalogue goes on following the
	 * one before.
	 * @throws RetryableFailure if the store does not answer
	 */
	public void recordQuarantined(Release release, Census census, List<GateFailure> failures) {
		try {
			this.rows.put(kept(release).quarantined(census, failures, this.clock.instant()));
		}
		catch (SdkException ex) {
			throw new RetryableFailure("That a release is refused cannot be recorded", ex);
		}
	}

	/**
	 * The pages that were gone when a release was built; none if it came without such
	 * lists.
	 * @throws ReleaseUnavailable if our copies of the lists cannot be read
	 */
	public DeadLinks deadLinks(Release release) throws ReleaseUnavailable {
		return DeadLinks.NONE;
	}

	private KeptRelease kept(Release release) {
		return this.rows.find(release.sha256())
			.orElseGet(() -> KeptRelease.fetched(release, null, this.clock.instant()));
	}

	private static Path temporary() throws ReleaseUnavailable {
		try {
			return Files.createTempFile("release-", ".bin");
		}
		catch (IOException ex) {
			throw ReleaseUnavailable.forNow("No room for a temporary file", ex);
		}
	}

	private static String sha256(Path file) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
				bytes.transferTo(OutputStream.nullOutputStream());
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			file.toFile().deleteOnExit();
		}
	}

	/**
	 * A release on this machine's disk until it is closed.
	 *
	 * @param file where it lies
	 */
	public record Copy(Path file) implements AutoCloseable {

		@Override
		public void close() {
			delete(this.file);
		}

	}

}

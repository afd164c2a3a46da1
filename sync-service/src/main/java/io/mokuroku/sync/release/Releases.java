package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Finds releases and keeps a copy of each that is applied, so that a run can be resumed
 * after its origin has changed or vanished.
 */
public final class Releases {

	private static final String BUCKET = "mokuroku-releases";

	private final ReleaseOrigin origin;

	private final S3Client s3;

	Releases(ReleaseOrigin origin, S3Client s3) {
		this.origin = origin;
		this.s3 = s3;
	}

	/**
	 * Fetches a release and stores our copy of it.
	 * @param source {@code latest}, a file or an address
	 * @throws ReleaseUnavailable if there is no such release, or it cannot be fetched
	 * @throws RetryableFailure if our copy cannot be stored now
	 */
	public Release take(String source) throws ReleaseUnavailable {
		Path file = temporary();
		try {
			String name = this.origin.fetch(source, file);
			Release release = new Release(name, sha256(file), Files.size(file));
			this.s3.putObject((put) -> put.bucket(BUCKET).key(release.key()), file);
			return release;
		}
		catch (IOException ex) {
			throw new ReleaseUnavailable("The release cannot be read: " + ex.getMessage(), ex);
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Our copy of the release cannot be stored now", ex);
		}
		finally {
			delete(file);
		}
	}

	/**
	 * Opens our copy of a release.
	 * @throws ReleaseUnavailable if there is none, or there is no room for it on disk
	 * @throws RetryableFailure if the store of releases does not answer now
	 */
	public Copy open(Release release) throws ReleaseUnavailable {
		Path file = temporary();
		try {
			Files.delete(file);
			this.s3.getObject((get) -> get.bucket(BUCKET).key(release.key()), file);
			return new Copy(file);
		}
		catch (NoSuchKeyException ex) {
			throw new ReleaseUnavailable("There is no copy of release " + release.name(), ex);
		}
		catch (SdkException ex) {
			delete(file);
			throw new RetryableFailure("Our copy of the release cannot be read now", ex);
		}
		catch (IOException ex) {
			throw new ReleaseUnavailable("Our copy of the release cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static Path temporary() throws ReleaseUnavailable {
		try {
			return Files.createTempFile("release-", ".bin");
		}
		catch (IOException ex) {
			throw new ReleaseUnavailable("No room for a temporary file", ex);
		}
	}

	private static String sha256(Path file) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
				bytes.skipNBytes(Files.size(file));
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

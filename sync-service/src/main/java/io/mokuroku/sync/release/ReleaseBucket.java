package io.mokuroku.sync.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Our own copies, in the bucket of releases. Their keys are made of the digest of the
 * release, so that storing one twice is storing it once.
 */
final class ReleaseBucket {

	private static final int LONGEST_VALUE = 200;

	private final S3Client s3;

	private final String bucket;

	ReleaseBucket(S3Client s3, String bucket) {
		this.s3 = s3;
		this.bucket = bucket;
	}

	/** Stores a release. */
	void put(Release release, Path file) {
		put(key(release), metadata(release), file);
	}

	/** Stores a list of dead entries that belongs to a release. */
	void putDeadEntries(Release release, Provider provider, Path file) {
		put(key(release, provider), Map.of("release", release.sha256()), file);
	}

	/**
	 * Writes our copy of a release to a file.
	 * @return false if there is none
	 */
	boolean get(Release release, Path target) throws ReleaseUnavailable {
		return get(key(release), target);
	}

	/**
	 * Writes our copy of a list of dead entries to a file.
	 * @return false if there is none
	 */
	boolean getDeadEntries(Release release, Provider provider, Path target) throws ReleaseUnavailable {
		return get(key(release, provider), target);
	}

	private void put(String key, Map<String, String> metadata, Path file) {
		try {
			this.s3.putObject((put) -> put.bucket(this.bucket).key(key).metadata(metadata), file);
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Our copy of the release cannot be stored now", ex);
		}
	}

	private boolean get(String key, Path target) throws ReleaseUnavailable {
		try {
			Files.deleteIfExists(target);
			this.s3.getObject((get) -> get.bucket(this.bucket).key(key), target);
			return true;
		}
		catch (NoSuchKeyException ex) {
			return false;
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Our copy of the release cannot be read now", ex);
		}
		catch (IOException ex) {
			throw new ReleaseUnavailable("Our copy of the release cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static Map<String, String> metadata(Release release) {
		Map<String, String> metadata = new LinkedHashMap<>();
		Asset asset = release.asset();
		put(metadata, "name", release.name());
		put(metadata, "sha256", release.sha256());
		put(metadata, "last-update", release.lastUpdate());
		put(metadata, "licence", release.licence());
		put(metadata, "tag", (asset != null) ? asset.tag() : null);
		put(metadata, "asset-id", (asset != null) ? asset.id() : null);
		return metadata;
	}

	/** Puts a value that fits into a header. */
	private static void put(Map<String, String> metadata, String name, @Nullable Object value) {
		if (value != null) {
			String text = value.toString().replaceAll("[^\\x20-\\x7E]", "?").strip();
			metadata.put(name, text.substring(0, Math.min(text.length(), LONGEST_VALUE)));
		}
	}

	private static String key(Release release) {
		return "releases/" + release.sha256();
	}

	private static String key(Release release, Provider provider) {
		return "dead-entries/" + release.sha256() + "/" + provider;
	}

}

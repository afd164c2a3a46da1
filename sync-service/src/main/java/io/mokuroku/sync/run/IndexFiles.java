package io.mokuroku.sync.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.mokuroku.sync.diff.IndexForm;
import io.mokuroku.sync.diff.ReleaseIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Indexes of releases in the bucket of releases, {@code indexes/{sha256}}. They only save
 * work: without one, or without the bucket, a release is read from the start.
 */
final class IndexFiles {

	private static final Logger logger = LoggerFactory.getLogger(IndexFiles.class);

	private final S3Client s3;

	private final String bucket;

	IndexFiles(S3Client s3, String bucket) {
		this.s3 = s3;
		this.bucket = bucket;
	}

	/** Stores the index of a release. */
	void put(String sha256, ReleaseIndex index) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			try (DataOutputStream out = new DataOutputStream(
					new BufferedOutputStream(new ZstdOutputStream(bytes), 1 << 16))) {
				IndexForm.write(index, out);
			}
			this.s3.putObject((put) -> put.bucket(this.bucket).key(key(sha256)),
					RequestBody.fromBytes(bytes.toByteArray()));
		}
		catch (SdkException | IOException ex) {
			logger.warn("index not stored release={} failure={}", sha256, ex.toString());
		}
	}

	/** The index of a release, if there is one that can be used. */
	Optional<ReleaseIndex> find(String sha256) {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(new ZstdInputStream(
				this.s3.getObject((get) -> get.bucket(this.bucket).key(key(sha256)), ResponseTransformer.toBytes())
					.asInputStream()),
				1 << 16))) {
			return IndexForm.read(in);
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
		catch (SdkException | IOException ex) {
			logger.warn("index not used release={} failure={}", sha256, ex.toString());
			return Optional.empty();
		}
	}

	private static String key(String sha256) {
		return "indexes/" + sha256;
	}

}

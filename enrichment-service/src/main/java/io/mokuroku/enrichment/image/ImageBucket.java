package io.mokuroku.enrichment.image;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Our copies of pictures, named after their content.
 */
final class ImageBucket {

	private static final int PRECONDITION_FAILED = 412;

	private final S3Client s3;

	private final String bucket;

	ImageBucket(S3Client s3, String bucket) {
		this.s3 = s3;
		this.bucket = bucket;
	}

	/** Keeps a content unless it is there already. */
	void putIfAbsent(String key, byte[] content, String mediaType) {
		try {
			this.s3.putObject((put) -> put.bucket(this.bucket).key(key).contentType(mediaType).ifNoneMatch("*"),
					RequestBody.fromBytes(content));
		}
		catch (S3Exception ex) {
			if (ex.statusCode() != PRECONDITION_FAILED) {
				throw new RetryableFailure("S3 did not take a picture", ex);
			}
		}
		catch (SdkException ex) {
			throw new RetryableFailure("S3 cannot be reached", ex);
		}
	}

}

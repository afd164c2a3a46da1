package io.mokuroku.sync.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Snapshots in a bucket of S3.
 */
final class S3SnapshotStore implements SnapshotStore {

	private final S3Client s3;

	private final String bucket;

	private final int partSize;

	/**
	 * A store in a bucket.
	 * @param partSize how many bytes are sent at once and held in memory for every open
	 * file; S3 takes no less than 5 MiB and no more than 10,000 of them
	 */
	S3SnapshotStore(S3Client s3, String bucket, int partSize) {
		this.s3 = s3;
		this.bucket = bucket;
		this.partSize = partSize;
	}

	@Override
	public Upload begin(String key) {
		return calling(() -> S3Upload.begin(this.s3, this.bucket, key, this.partSize));
	}

	@Override
	public void put(String key, byte[] content) {
		calling(() -> this.s3.putObject((put) -> put.bucket(this.bucket).key(key), RequestBody.fromBytes(content)));
	}

	@Override
	public Optional<byte[]> find(String key) {
		try {
			return Optional.of(calling(() -> this.s3.getObject(get(key), ResponseTransformer.toBytes())).asByteArray());
		}
		catch (NoSuchKeyException _) {
			return Optional.empty();
		}
	}

	@Override
	public boolean fetch(String key, Path file) {
		try {
			calling(() -> this.s3.getObject(get(key), ResponseTransformer.toFile(file)));
			return true;
		}
		catch (NoSuchKeyException _) {
			return false;
		}
	}

	@Override
	public List<String> folders(String prefix) {
		return calling(
				() -> this.s3.listObjectsV2Paginator((list) -> list.bucket(this.bucket).prefix(prefix).delimiter("/"))
					.commonPrefixes()
					.stream()
					.map(CommonPrefix::prefix)
					.map((folder) -> folder.substring(prefix.length(), folder.length() - 1))
					.toList());
	}

	@Override
	public void removeAll(String prefix) {
		calling(() -> {
			List<String> keys = this.s3.listObjectsV2Paginator((list) -> list.bucket(this.bucket).prefix(prefix))
				.contents()
				.stream()
				.map(S3Object::key)
				.toList();
			keys.forEach((key) -> this.s3.deleteObject((delete) -> delete.bucket(this.bucket).key(key)));
			return keys;
		});
	}

	@Override
	public int abortUploads(Predicate<String> abandoned) {
		return calling(() -> {
			List<MultipartUpload> uploads = this.s3.listMultipartUploadsPaginator((list) -> list.bucket(this.bucket))
				.uploads()
				.stream()
				.filter((upload) -> abandoned.test(upload.key()))
				.toList();
			uploads.forEach(this::abort);
			return uploads.size();
		});
	}

	private void abort(MultipartUpload upload) {
		try {
			this.s3.abortMultipartUpload(
					(abort) -> abort.bucket(this.bucket).key(upload.key()).uploadId(upload.uploadId()));
		}
		catch (NoSuchUploadException _) {
			// somebody else was faster
		}
	}

	private GetObjectRequest get(String key) {
		return GetObjectRequest.builder().bucket(this.bucket).key(key).build();
	}

	/** What is not there is told; everything else may go better later. */
	static <T> T calling(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (NoSuchKeyException ex) {
			throw ex;
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The store of snapshots does not answer: " + ex.getMessage(), ex);
		}
	}

}

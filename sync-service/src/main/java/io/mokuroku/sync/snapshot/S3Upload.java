package io.mokuroku.sync.snapshot;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * A multipart upload that holds one part in memory.
 */
final class S3Upload extends SnapshotStore.Upload {

	private static final Logger logger = LoggerFactory.getLogger(S3Upload.class);

	private static final String BYTES = "application/octet-stream";

	private final S3Client s3;

	private final String bucket;

	private final String key;

	private final String uploadId;

	private final byte[] part;

	private final List<CompletedPart> sent = new ArrayList<>();

	private int filled;

	private boolean ended;

	private S3Upload(S3Client s3, String bucket, String key, String uploadId, int partSize) {
		this.s3 = s3;
		this.bucket = bucket;
		this.key = key;
		this.uploadId = uploadId;
		this.part = new byte[partSize];
	}

	static S3Upload begin(S3Client s3, String bucket, String key, int partSize) {
		String uploadId = s3.createMultipartUpload((
				create) -> create.bucket(bucket).key(key).contentType(BYTES).checksumAlgorithm(ChecksumAlgorithm.CRC32))
			.uploadId();
		return new S3Upload(s3, bucket, key, uploadId, partSize);
	}

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int from, int count) {
		int done = 0;
		while (done < count) {
			if (this.filled == this.part.length) {
				send();
			}
			int taken = Math.min(count - done, this.part.length - this.filled);
			System.arraycopy(bytes, from + done, this.part, this.filled, taken);
			this.filled += taken;
			done += taken;
		}
	}

	@Override
	void complete() {
		if (this.filled > 0 || this.sent.isEmpty()) {
			send();
		}
		S3SnapshotStore.calling(() -> this.s3.completeMultipartUpload((complete) -> complete.bucket(this.bucket)
			.key(this.key)
			.uploadId(this.uploadId)
			.multipartUpload((upload) -> upload.parts(this.sent))));
		this.ended = true;
	}

	@Override
	public void close() {
		if (this.ended) {
			return;
		}
		this.ended = true;
		try {
			this.s3.abortMultipartUpload((abort) -> abort.bucket(this.bucket).key(this.key).uploadId(this.uploadId));
		}
		catch (SdkException ex) {
			logger.warn("upload left to the sweeper key={} failure={}", this.key, ex.toString());
		}
	}

	private void send() {
		int number = this.sent.size() + 1;
		int length = this.filled;
		UploadPartResponse response = S3SnapshotStore.calling(() -> this.s3.uploadPart(
				(upload) -> upload.bucket(this.bucket)
					.key(this.key)
					.uploadId(this.uploadId)
					.partNumber(number)
					.checksumAlgorithm(ChecksumAlgorithm.CRC32),
				RequestBody.fromContentProvider(() -> new ByteArrayInputStream(this.part, 0, length), length, BYTES)));
		this.sent.add(CompletedPart.builder()
			.partNumber(number)
			.eTag(response.eTag())
			.checksumCRC32(response.checksumCRC32())
			.build());
		this.filled = 0;
	}

}

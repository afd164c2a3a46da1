package io.mokuroku.enrichment.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The one call of S3 that pictures are kept with, in memory.
 */
public final class BucketInMemory implements S3Client {

	private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

	private volatile int refusal;

	/** What it holds. */
	public Map<String, byte[]> objects() {
		return this.objects;
	}

	/** Refuses everything from now on. */
	void refuse(int status) {
		this.refusal = status;
	}

	@Override
	public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
		if (this.refusal > 0) {
			throw failure(this.refusal);
		}
		try (InputStream bytes = body.contentStreamProvider().newStream()) {
			byte[] content = bytes.readAllBytes();
			if ("*".equals(request.ifNoneMatch()) && this.objects.putIfAbsent(request.key(), content) != null) {
				throw failure(412);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return PutObjectResponse.builder().build();
	}

	@Override
	public String serviceName() {
		return "s3";
	}

	@Override
	public void close() {
		this.objects.clear();
	}

	private static S3Exception failure(int status) {
		return (S3Exception) S3Exception.builder().statusCode(status).message("refused").build();
	}

}

package io.mokuroku.sync.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * The two calls of S3 that releases are kept with, in memory, failing on demand.
 */
public final class BucketInMemory implements S3Client {

	final Map<String, byte[]> objects = new ConcurrentHashMap<>();

	final Map<String, Map<String, String>> metadata = new ConcurrentHashMap<>();

	private final AtomicInteger outages = new AtomicInteger();

	void fail(boolean fails) {
		failNext(fails ? Integer.MAX_VALUE : 0);
	}

	/** Lets the next calls find nobody at the other end. */
	public void failNext(int calls) {
		this.outages.set(calls);
	}

	@Override
	public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
		refuseIfFailing();
		try (InputStream bytes = body.contentStreamProvider().newStream()) {
			this.objects.put(request.key(), bytes.readAllBytes());
			this.metadata.put(request.key(), request.metadata());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return PutObjectResponse.builder().build();
	}

	@Override
	public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
		refuseIfFailing();
		byte[] bytes = this.objects.get(request.key());
		if (bytes == null) {
			throw NoSuchKeyException.builder().message("none").build();
		}
		try {
			return transformer.transform(GetObjectResponse.builder().build(),
					AbortableInputStream.create(new ByteArrayInputStream(bytes)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String serviceName() {
		return "s3";
	}

	@Override
	public void close() {
		this.objects.clear();
	}

	private void refuseIfFailing() {
		if (this.outages.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			throw SdkClientException.create("the bucket is out of order");
		}
	}

}

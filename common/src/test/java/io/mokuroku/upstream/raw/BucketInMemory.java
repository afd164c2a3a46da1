package io.mokuroku.upstream.raw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The three calls of S3 that answers are kept with, in memory.
 */
final class BucketInMemory implements S3Client {

	final Map<String, Stored> objects = new ConcurrentSkipListMap<>();

	volatile boolean away;

	@Override
	public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
		if (this.away) {
			throw SdkClientException.create("the bucket is out of order");
		}
		try (InputStream bytes = body.contentStreamProvider().newStream()) {
			this.objects.put(request.key(), new Stored(bytes.readAllBytes(), request.metadata()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return PutObjectResponse.builder().build();
	}

	@Override
	public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
		List<String> names = this.objects.keySet().stream().filter((key) -> key.startsWith(request.prefix())).toList();
		if (request.delimiter() != null) {
			return ListObjectsV2Response.builder()
				.commonPrefixes(names.stream()
					.map((name) -> name.substring(0, name.indexOf(request.delimiter(), request.prefix().length()) + 1))
					.filter((folder) -> !folder.isEmpty())
					.distinct()
					.map((folder) -> CommonPrefix.builder().prefix(folder).build())
					.toList())
				.build();
		}
		return ListObjectsV2Response.builder()
			.contents(names.stream().map((key) -> S3Object.builder().key(key).build()).toList())
			.build();
	}

	@Override
	public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
		Stored stored = stored(request.key());
		try {
			return transformer.transform(GetObjectResponse.builder().metadata(stored.about()).build(),
					AbortableInputStream.create(new ByteArrayInputStream(stored.bytes())));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	Stored stored(String name) {
		return Objects.requireNonNull(this.objects.get(name));
	}

	@Override
	public String serviceName() {
		return "s3";
	}

	@Override
	public void close() {
		this.objects.clear();
	}

	@SuppressWarnings("ArrayRecordComponent")
	record Stored(byte[] bytes, Map<String, String> about) {
	}

}

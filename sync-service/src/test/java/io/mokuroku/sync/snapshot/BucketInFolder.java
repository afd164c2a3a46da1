package io.mokuroku.sync.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * The calls of S3 that snapshots need, on a folder. Parts go to disk as they come.
 */
public final class BucketInFolder implements S3Client {

	private final Path folder;

	private final Map<String, String> uploads = new ConcurrentHashMap<>();

	private final AtomicInteger uploadIds = new AtomicInteger();

	private final AtomicInteger outages = new AtomicInteger();

	private volatile Predicate<UploadPartRequest> failing = (request) -> false;

	BucketInFolder(Path folder) {
		this.folder = folder;
	}

	/** Lets uploads of parts fail from now on. */
	void failOn(Predicate<UploadPartRequest> parts) {
		this.failing = parts;
	}

	/** Lets the next objects be neither written nor read. */
	public void failNext(int calls) {
		this.outages.set(calls);
	}

	/** The keys of all objects, sorted. */
	List<String> keys() {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> this.folder.relativize(file).toString())
				.filter((key) -> !key.startsWith("upload-"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Uploads that were begun and not ended. */
	int openUploads() {
		return this.uploads.size();
	}

	Path file(String key) {
		return this.folder.resolve(key);
	}

	/** Forgets everything. */
	void clear() {
		keys().forEach((key) -> delete(file(key)));
		this.uploads.keySet().forEach((id) -> delete(file(id)));
		this.uploads.clear();
		this.failing = (request) -> false;
	}

	@Override
	public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest request) {
		String id = "upload-" + this.uploadIds.incrementAndGet();
		this.uploads.put(id, request.key());
		return CreateMultipartUploadResponse.builder().uploadId(id).build();
	}

	@Override
	public UploadPartResponse uploadPart(UploadPartRequest request, RequestBody body) {
		if (this.failing.test(request)) {
			throw SdkClientException.create("The disk is full");
		}
		try (InputStream bytes = body.contentStreamProvider().newStream()) {
			Files.write(file(request.uploadId()), bytes.readAllBytes(), StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return UploadPartResponse.builder().eTag("part-" + request.partNumber()).build();
	}

	@Override
	public CompleteMultipartUploadResponse completeMultipartUpload(CompleteMultipartUploadRequest request) {
		try {
			Files.createDirectories(file(request.key()).getParent());
			Files.move(file(request.uploadId()), file(request.key()), StandardCopyOption.REPLACE_EXISTING);
			this.uploads.remove(request.uploadId());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return CompleteMultipartUploadResponse.builder().build();
	}

	@Override
	public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest request) {
		this.uploads.remove(request.uploadId());
		delete(file(request.uploadId()));
		return AbortMultipartUploadResponse.builder().build();
	}

	@Override
	public ListMultipartUploadsResponse listMultipartUploads(ListMultipartUploadsRequest request) {
		return ListMultipartUploadsResponse.builder()
			.uploads(this.uploads.entrySet()
				.stream()
				.map((each) -> MultipartUpload.builder().uploadId(each.getKey()).key(each.getValue()).build())
				.toList())
			.isTruncated(false)
			.build();
	}

	@Override
	public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
		refuseIfFailing();
		try (InputStream bytes = body.contentStreamProvider().newStream()) {
			Files.createDirectories(file(request.key()).getParent());
			Files.copy(bytes, file(request.key()), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return PutObjectResponse.builder().build();
	}

	@Override
	public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
		refuseIfFailing();
		if (!Files.exists(file(request.key()))) {
			throw NoSuchKeyException.builder().message("none").build();
		}
		try (InputStream bytes = Files.newInputStream(file(request.key()))) {
			GetObjectResponse response = GetObjectResponse.builder()
				.contentLength(Files.size(file(request.key())))
				.build();
			return transformer.transform(response, AbortableInputStream.create(bytes));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
		List<String> keys = keys().stream().filter((key) -> key.startsWith(request.prefix())).toList();
		if (request.delimiter() == null) {
			return ListObjectsV2Response.builder()
				.contents(keys.stream().map((key) -> S3Object.builder().key(key).build()).toList())
				.isTruncated(false)
				.build();
		}
		Map<String, CommonPrefix> folders = new TreeMap<>();
		for (String key : keys) {
			int end = key.indexOf('/', request.prefix().length());
			if (end > 0) {
				String prefix = key.substring(0, end + 1);
				folders.put(prefix, CommonPrefix.builder().prefix(prefix).build());
			}
		}
		return ListObjectsV2Response.builder().commonPrefixes(folders.values()).isTruncated(false).build();
	}

	@Override
	public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
		delete(file(request.key()));
		return DeleteObjectResponse.builder().build();
	}

	@Override
	public String serviceName() {
		return "s3";
	}

	@Override
	public void close() {
		this.uploads.clear();
	}

	private void refuseIfFailing() {
		if (this.outages.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			throw SdkClientException.create("the bucket is out of order");
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

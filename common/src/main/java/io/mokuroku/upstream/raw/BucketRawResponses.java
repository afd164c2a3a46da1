package io.mokuroku.upstream.raw;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.luben.zstd.Zstd;
import io.mokuroku.digest.Sha256;
import io.mokuroku.upstream.shared.CacheKey;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Answers in a bucket, one object each, compressed with zstd:
 * {@code provider/resource/id/page/time-digest.zst}. Times are written so that they sort.
 * A few are under way at once; what comes beyond is lost, and counted.
 */
public final class BucketRawResponses implements RawResponses, AutoCloseable {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Pattern PAGE = Pattern.compile("\\d{1,9}");

	private static final int AT_ONCE = 16;

	private static final int LARGEST = 64 << 20;

	private final S3Client s3;

	private final String bucket;

	private final Consumer<String> outcomes;

	private final Semaphore places = new Semaphore(AT_ONCE);

	private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

	/**
	 * Answers in a bucket.
	 * @param s3 a client with time-outs
	 * @param bucket its name
	 * @param outcomes is told {@code kept}, {@code failed} or {@code dropped}
	 */
	public BucketRawResponses(S3Client s3, String bucket, Consumer<String> outcomes) {
		this.s3 = s3;
		this.bucket = bucket;
		this.outcomes = outcomes;
	}

	@Override
	public void keep(RawResponse response) {
		if (!this.places.tryAcquire()) {
			this.outcomes.accept("dropped");
			return;
		}
		this.background.execute(() -> {
			try {
				put(response);
				this.outcomes.accept("kept");
			}
			catch (SdkException ex) {
				this.outcomes.accept("failed");
			}
			finally {
				this.places.release();
			}
		});
	}

	@Override
	public Optional<RawResponse> find(CacheKey key, Instant at) {
		String last = prefix(key) + TIME.format(at.plusMillis(1));
		return this.s3.listObjectsV2Paginator((list) -> list.bucket(this.bucket).prefix(prefix(key)))
			.contents()
			.stream()
			.map(S3Object::key)
			.filter((name) -> name.compareTo(last) < 0)
			.max(Comparator.naturalOrder())
			.map((name) -> read(key, name));
	}

	/** Resources lie before ids, so each is looked into: a provider has about a dozen. */
	@Override
	public List<CacheKey> about(String provider, String id) {
		return folders(provider + "/").map((resource) -> new CacheKey(provider, lastName(resource), id, 0))
			.flatMap((any) -> folders(anyPage(any)).map(BucketRawResponses::lastName)
				.filter((page) -> PAGE.matcher(page).matches())
				.map((page) -> new CacheKey(provider, any.resource(), id, Integer.parseInt(page))))
			.sorted(Comparator.comparing(CacheKey::resource).thenComparingInt(CacheKey::page))
			.toList();
	}

	@Override
	public void close() {
		this.background.close();
	}

	private void put(RawResponse response) {
		String digest = Sha256.hex(response.body());
		String name = prefix(response.key()) + TIME.format(response.fetchedAt()) + "-" + digest.substring(0, 16)
				+ ".zst";
		Map<String, String> about = new HashMap<>(Map.of("address", response.address().toASCIIString(), "fetched-at",
				response.fetchedAt().toString(), "etag", response.etag(), "sha256", digest, "media-type",
				response.mediaType(), "length", Integer.toString(response.body().length)));
		about.values().removeIf(String::isEmpty);
		this.s3.putObject((put) -> put.bucket(this.bucket).key(name).contentType("application/zstd").metadata(about),
				RequestBody.fromBytes(Zstd.compress(response.body())));
	}

	private RawResponse read(CacheKey key, String name) {
		ResponseBytes<GetObjectResponse> object = this.s3.getObjectAsBytes((get) -> get.bucket(this.bucket).key(name));
		Map<String, String> about = object.response().metadata();
		int length = Integer.parseInt(about.getOrDefault("length", "-1"));
		if (length < 0 || length > LARGEST) {
			throw new IllegalStateException("Not a kept answer: " + name);
		}
		byte[] body = Zstd.decompress(object.asByteArrayUnsafe(), length);
		if (!Sha256.hex(body).equals(about.get("sha256"))) {
			throw new IllegalStateException("A kept answer is not what came: " + name);
		}
		return new RawResponse(key, URI.create(about.getOrDefault("address", "")),
				Instant.parse(about.getOrDefault("fetched-at", "")), about.getOrDefault("etag", ""),
				about.getOrDefault("media-type", ""), body);
	}

	private Stream<String> folders(String prefix) {
		return this.s3.listObjectsV2Paginator((list) -> list.bucket(this.bucket).prefix(prefix).delimiter("/"))
			.commonPrefixes()
			.stream()
			.map(CommonPrefix::prefix);
	}

	private static String lastName(String folder) {
		return folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1, folder.length() - 1);
	}

	private static String anyPage(CacheKey key) {
		String prefix = prefix(key);
		return prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
	}

	private static String prefix(CacheKey key) {
		return key.text().substring(CacheKey.SCHEMA.length() + 1).replace(':', '/') + "/";
	}

}

package io.mokuroku.sync.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.sync.diff.Change;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans in the bucket of releases, as compressed JSON Lines below the id of their run:
 * {@code runs/{run}/changes-00001} and so on, and {@code runs/{run}/requests}.
 */
final class PlanFiles {

	/** How many changes a part has at most. */
	static final int PART = 1000;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private final S3Client s3;

	private final String bucket;

	PlanFiles(S3Client s3, String bucket) {
		this.s3 = s3;
		this.bucket = bucket;
	}

	/**
	 * Stores a part of a run's changes, over one of the same number; parts count from 0.
	 */
	void putChanges(String runId, int part, List<Change> changes) {
		put(changesKey(runId, part), changes);
	}

	/** A part of a run's changes. */
	List<Change> changes(String runId, int part) {
		return read(changesKey(runId, part), Change.class);
	}

	/** Stores whom a run sends to enrichment. */
	void putWishes(String runId, List<Wish> wishes) {
		put(wishesKey(runId), wishes);
	}

	/** Whom a run sends to enrichment, the most urgent first. */
	List<Wish> wishes(String runId) {
		return read(wishesKey(runId), Wish.class);
	}

	private void put(String key, List<?> values) {
		StringBuilder lines = new StringBuilder();
		values.forEach((value) -> lines.append(MAPPER.writeValueAsString(value)).append('\n'));
		byte[] bytes = Zstd.compress(lines.toString().getBytes(StandardCharsets.UTF_8));
		try {
			this.s3.putObject((put) -> put.bucket(this.bucket).key(key), RequestBody.fromBytes(bytes));
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The plan cannot be stored", ex);
		}
	}

	private <T> List<T> read(String key, Class<T> type) {
		try (ZstdInputStream lines = new ZstdInputStream(
				this.s3.getObject((get) -> get.bucket(this.bucket).key(key), ResponseTransformer.toBytes())
					.asInputStream())) {
			return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((line) -> MAPPER.readValue(line, type))
				.toList();
		}
		catch (SdkException | IOException ex) {
			throw new RetryableFailure("The plan cannot be read", ex);
		}
	}

	private static String changesKey(String runId, int part) {
		return "runs/%s/changes-%05d".formatted(runId, part + 1);
	}

	private static String wishesKey(String runId) {
		return "runs/" + runId + "/requests";
	}

}

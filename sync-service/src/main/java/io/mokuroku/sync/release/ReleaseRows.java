package io.mokuroku.sync.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.dynamo.Items;
import io.mokuroku.dynamo.Transactions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we know of the releases we keep, in the table of jobs: one row a release, and one
 * more that repeats the one applied last. Every method throws
 * {@link io.mokuroku.message.RetryableFailure} if the database does not answer.
 */
final class ReleaseRows {

	private static final String TABLE = "jobs";

	private static final AttributeValue RELEASE = AttributeValue.fromS("release");

	private static final String APPLIED = "applied";

	private static final String COPY = "copy#";

	private static final String BODY = "body";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private final DynamoDbClient dynamo;

	ReleaseRows(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	void put(KeptRelease kept) {
		Items.calling(() -> this.dynamo
			.putItem((put) -> put.tableName(TABLE).item(item(COPY + kept.release().sha256(), kept))));
	}

	/** Keeps a row and makes it the one of the release applied last. */
	void putApplied(KeptRelease kept) {
		List<TransactWriteItem> both = List.of(transactPut(item(COPY + kept.release().sha256(), kept)),
				transactPut(item(APPLIED, kept)));
		Transactions.write(this.dynamo, both);
	}

	Optional<KeptRelease> find(String sha256) {
		return read(COPY + sha256);
	}

	Optional<KeptRelease> lastApplied() {
		return read(APPLIED);
	}

	private Optional<KeptRelease> read(String part) {
		Map<String, AttributeValue> item = Items.calling(
				() -> this.dynamo
					.getItem((get) -> get.tableName(TABLE)
						.key(Map.of("job_id", RELEASE, "part", AttributeValue.fromS(part)))
						.consistentRead(true))
					.item());
		AttributeValue body = item.get(BODY);
		return (body != null) ? Optional.of(MAPPER.readValue(body.s(), KeptRelease.class)) : Optional.empty();
	}

	private static Map<String, AttributeValue> item(String part, KeptRelease kept) {
		return Map.of("job_id", RELEASE, "part", AttributeValue.fromS(part), BODY,
				AttributeValue.fromS(MAPPER.writeValueAsString(kept)));
	}

	private static TransactWriteItem transactPut(Map<String, AttributeValue> item) {
		return TransactWriteItem.builder().put(Put.builder().tableName(TABLE).item(item).build()).build();
	}

}

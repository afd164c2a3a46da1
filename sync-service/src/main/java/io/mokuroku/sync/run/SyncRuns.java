package io.mokuroku.sync.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs there were, in the table of jobs. At most one of them has not ended: it has
 * the {@link Turn}, and whoever works on it writes it only while holding that.
 */
final class SyncRuns {

	static final String TABLE = "jobs";

	private static final AttributeValue SYNC = AttributeValue.fromS("sync-run");

	private static final String PART = "part";

	private static final String BODY = "body";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final DynamoDbClient dynamo;

	SyncRuns(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * Enters a run, if no other is under way.
	 * @return whether it was entered
	 */
	boolean begin(SyncRun run) {
		return together(put(run), Turn.begins(run.id()));
	}

	/**
	 * Says how far a run has come.
	 * @return false if somebody else works on it by now; nothing was written
	 */
	boolean progress(SyncRun run, String worker) {
		return together(put(run), run.state().ended() ? Turn.ends(run.id(), worker) : Turn.held(run.id(), worker));
	}

	Optional<SyncRun> find(String id) {
		Map<String, AttributeValue> item = calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE)
			.key(Map.of("job_id", SYNC, PART, AttributeValue.fromS(id)))
			.consistentRead(true))).item();
		return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
	}

	/** The latest runs, the newest first. */
	List<SyncRun> latest(int most) {
		return calling(() -> this.dynamo.query((query) -> query.tableName(TABLE)
			.keyConditionExpression("job_id = :sync")
			.expressionAttributeValues(Map.of(":sync", SYNC))
			.scanIndexForward(false)
			.consistentRead(true)
			.limit(most))).items().stream().map(SyncRuns::read).toList();
	}

	private boolean together(TransactWriteItem run, TransactWriteItem turn) {
		try {
			calling(() -> this.dynamo.transactWriteItems((write) -> write.transactItems(run, turn)));
			return true;
		}
		catch (TransactionCanceledException ex) {
			if ("ConditionalCheckFailed".equals(ex.cancellationReasons().get(1).code())) {
				return false;
			}
			throw new RetryableFailure("Writing a run collided with another transaction", ex);
		}
	}

	private static TransactWriteItem put(SyncRun run) {
		return TransactWriteItem.builder()
			.put((put) -> put.tableName(TABLE)
				.item(Map.of("job_id", SYNC, PART, AttributeValue.fromS(run.id()), BODY,
						AttributeValue.fromS(MAPPER.writeValueAsString(run)))))
			.build();
	}

	private static SyncRun read(Map<String, AttributeValue> item) {
		AttributeValue body = item.get(BODY);
		if (body == null) {
			throw new IllegalStateException("Stored run without body");
		}
		return MAPPER.readValue(body.s(), SyncRun.class);
	}

	/** Translates what DynamoDB throws; conditions are left to the caller. */
	static <T> T calling(java.util.function.Supplier<T> call) {
		try {
			return call.get();
		}
		catch (TransactionCanceledException
				| software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException ex) {
			throw ex;
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The table of jobs does not answer", ex);
		}
	}

}

package io.mokuroku.review.cost;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.dynamo.Items;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.ReviewRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions that wait for budget, on DynamoDB: one for each execution that asks. They
 * stay until people are asked. Every method throws {@link RetryableFailure} if the
 * database does not answer.
 */
final class WaitingReviews {

	private static final Logger logger = LoggerFactory.getLogger(WaitingReviews.class);

	private static final String TABLE = "waiting-reviews";

	private static final String ID = "id";

	private static final String SINCE = "since";

	private static final String BODY = "body";

	/** When the execution began to wait, in milliseconds since 1970. */
	private static final String ASKED_AT = "asked_at";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final DynamoDbClient dynamo;

	WaitingReviews(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * Lets a question wait. One that an execution asks again takes the place of what it
	 * asked before, and waits as long as that did. One that is older than what waits
	 * changes nothing; one that does not say how old it is counts as the latest.
	 * @return whether it waits now
	 */
	boolean put(ReviewRequested request, Instant now) {
		Instant askedAt = request.askedAt();
		Map<String, String> names = new HashMap<>(Map.of("#body", BODY, "#since", SINCE));
		Map<String, AttributeValue> values = new HashMap<>(
				Map.of(":body", AttributeValue.fromS(MAPPER.writeValueAsString(request)), ":since",
						AttributeValue.fromS(now.toString())));
		UpdateItemRequest.Builder update = UpdateItemRequest.builder().tableName(TABLE).key(key(request));
		String change = "SET #body = :body, #since = if_not_exists(#since, :since)";
		if (askedAt != null) {
			names.put("#asked", ASKED_AT);
			values.put(":asked", AttributeValue.fromN(Long.toString(askedAt.toEpochMilli())));
			change += ", #asked = :asked";
			update.conditionExpression("attribute_not_exists(#asked) OR #asked <= :asked");
		}
		update.updateExpression(change).expressionAttributeNames(names).expressionAttributeValues(values);
		return Items.conditionally(() -> this.dynamo.updateItem(update.build()));
	}

	/** How many questions wait. */
	int count() {
		return Items.calling(() -> this.dynamo
			.scanPaginator((scan) -> scan.tableName(TABLE).consistentRead(true).select(Select.COUNT))
			.stream()
			.mapToInt(ScanResponse::count)
			.sum());
	}

	/** Everything that waits, in no order. */
	List<Waiting> all() {
		return Items.calling(() -> this.dynamo.scanPaginator((scan) -> scan.tableName(TABLE).consistentRead(true))
			.items()
			.stream()
			.map((item) -> new Waiting(MAPPER.readValue(text(item, BODY), ReviewRequested.class),
					Instant.parse(text(item, SINCE))))
			.toList());
	}

	/** Forgets a question, unless it was asked anew in the meantime. */
	void remove(ReviewRequested request) {
		String body = MAPPER.writeValueAsString(request);
		boolean removed = Items.conditionally(() -> this.dynamo.deleteItem((delete) -> delete.tableName(TABLE)
			.key(key(request))
			.conditionExpression("#body = :body")
			.expressionAttributeNames(Map.of("#body", BODY))
			.expressionAttributeValues(Map.of(":body", AttributeValue.fromS(body)))));
		if (!removed) {
			logger.debug("review asked anew while people were asked anime={}", request.animeId());
		}
	}

	private static Map<String, AttributeValue> key(ReviewRequested request) {
		return Map.of(ID, AttributeValue.fromS(request.execution()));
	}

	private static String text(Map<String, AttributeValue> item, String name) {
		return Objects.requireNonNull(item.get(name), name).s();
	}

	/**
	 * A question as it lies in the table.
	 *
	 * @param request what is asked
	 * @param since when it was asked
	 */
	record Waiting(ReviewRequested request, Instant since) {

	}

}

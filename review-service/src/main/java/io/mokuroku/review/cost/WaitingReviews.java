package io.mokuroku.review.cost;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.ReviewRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
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

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final DynamoDbClient dynamo;

	WaitingReviews(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * Lets a question wait. One that an execution asks again takes the place of what it
	 * asked before, and waits as long as that did.
	 */
	void put(ReviewRequested request, Instant now) {
		answer(() -> this.dynamo.updateItem((update) -> update.tableName(TABLE)
			.key(key(request))
			.updateExpression("SET #body = :body, #since = if_not_exists(#since, :since)")
			.expressionAttributeNames(Map.of("#body", BODY, "#since", SINCE))
			.expressionAttributeValues(Map.of(":body", AttributeValue.fromS(MAPPER.writeValueAsString(request)),
					":since", AttributeValue.fromS(now.toString())))));
	}

	/** Everything that waits, in no order. */
	List<Waiting> all() {
		return answer(() -> this.dynamo.scanPaginator((scan) -> scan.tableName(TABLE).consistentRead(true))
			.items()
			.stream()
			.map((item) -> new Waiting(MAPPER.readValue(text(item, BODY), ReviewRequested.class),
					Instant.parse(text(item, SINCE))))
			.toList());
	}

	/** Forgets a question, unless it was asked anew in the meantime. */
	void remove(ReviewRequested request) {
		answer(() -> {
			try {
				this.dynamo.deleteItem((delete) -> delete.tableName(TABLE)
					.key(key(request))
					.conditionExpression("#body = :body")
					.expressionAttributeNames(Map.of("#body", BODY))
					.expressionAttributeValues(
							Map.of(":body", AttributeValue.fromS(MAPPER.writeValueAsString(request)))));
			}
			catch (ConditionalCheckFailedException ex) {
				logger.debug("review asked anew while people were asked anime={}", request.animeId());
			}
			return true;
		});
	}

	private static Map<String, AttributeValue> key(ReviewRequested request) {
		String execution = request.execution();
		return Map.of(ID, AttributeValue.fromS((execution != null) ? execution : "entry#" + request.animeId()));
	}

	private static <T> T answer(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The database of waiting reviews does not answer", ex);
		}
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

package io.mokuroku.review.task;

import java.time.Instant;
import java.util.Map;

import io.mokuroku.dynamo.Items;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Counts open tasks by their index alone, which holds what is counted: one read for some
 * thousands of tasks.
 */
public final class CountTasks {

	private final DynamoDbClient dynamo;

	CountTasks(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * How many tasks are open at a moment.
	 * @throws RetryableFailure if the database does not answer
	 */
	public OpenTasks open(Instant now) {
		return Items.calling(() -> {
			int[] counts = new int[3];
			this.dynamo
				.queryPaginator((query) -> query.tableName(ReviewTasks.TABLE)
					.indexName(ReviewTasks.BY_STATE)
					.keyConditionExpression(TaskItems.STATE + " = :state")
					.expressionAttributeValues(Map.of(":state", AttributeValue.fromS(TaskState.OPEN.name()))))
				.items()
				.forEach((item) -> {
					counts[0]++;
					counts[1] += TaskItems.isClaimed(item, now) ? 1 : 0;
					counts[2] += TaskItems.isEscalated(item) ? 1 : 0;
				});
			return new OpenTasks(counts[0], counts[1], counts[2]);
		});
	}

}

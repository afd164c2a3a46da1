package io.mokuroku.review.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reviews on DynamoDB. A task is written only over the version it was read with. Beside
 * the tasks lies, for each entry, which task was asked last.
 */
public final class ReviewTasks {

	/** How many tasks a page may have. */
	public static final int LARGEST_PAGE = 100;

	private static final String TABLE = "reviews";

	private static final String BY_STATE = "by-state";

	private static final String VERSION = "version";

	private static final String LAST_TASK = "last_task";

	private final DynamoDbClient dynamo;

	ReviewTasks(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/** One task as it is now. */
	public Optional<ReviewTask> find(TaskId id) {
		Map<String, AttributeValue> item = read(id.value());
		return item.isEmpty() ? Optional.empty() : Optional.of(TaskItems.read(item));
	}

	/** The task that was last asked about an entry. */
	public Optional<TaskId> findLast(AnimeId animeId) {
		return Optional.ofNullable(read(pointer(animeId)).get(LAST_TASK)).map((value) -> new TaskId(value.s()));
	}

	/** Notes which task was last asked about an entry. */
	public void putLast(AnimeId animeId, TaskId id) {
		try {
			this.dynamo.putItem((put) -> put.tableName(TABLE)
				.item(Map.of(TaskItems.TASK_ID, AttributeValue.fromS(pointer(animeId)), LAST_TASK,
						AttributeValue.fromS(id.value()))));
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Reviews cannot be written", ex);
		}
	}

	/**
	 * Writes a task.
	 * @param task the first version, or one more than what is stored
	 * @return whether it was written; if not, somebody else was first
	 */
	public boolean save(ReviewTask task) {
		try {
			this.dynamo.putItem((put) -> {
				put.tableName(TABLE).item(TaskItems.write(task));
				if (task.version() == 1) {
					put.conditionExpression("attribute_not_exists(" + TaskItems.TASK_ID + ")");
				}
				else {
					put.conditionExpression(VERSION + " = :before")
						.expressionAttributeValues(
								Map.of(":before", AttributeValue.fromN(Long.toString(task.version() - 1))));
				}
			});
			return true;
		}
		catch (ConditionalCheckFailedException ex) {
			return false;
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Reviews cannot be written", ex);
		}
	}

	/**
	 * A page of the tasks of a state, the longest waiting first.
	 * @param most how many at most, up to {@value #LARGEST_PAGE}
	 * @param from where an earlier page said the next begins
	 * @throws IllegalArgumentException if no page ever said so
	 */
	public TaskPage inState(TaskState state, int most, @Nullable String from) {
		QueryRequest.Builder query = QueryRequest.builder()
			.tableName(TABLE)
			.indexName(BY_STATE)
			.keyConditionExpression(TaskItems.STATE + " = :state")
			.expressionAttributeValues(Map.of(":state", AttributeValue.fromS(state.name())))
			.limit(most);
		if (from != null) {
			query.exclusiveStartKey(TaskItems.position(state, from));
		}
		try {
			QueryResponse page = this.dynamo.query(query.build());
			List<ReviewTask> tasks = new ArrayList<>();
			Map<TaskId, ReviewTask> found = findAll(page.items());
			for (Map<String, AttributeValue> key : page.items()) {
				ReviewTask task = found.get(TaskItems.idOf(key));
				if (task != null && task.state() == state) {
					tasks.add(task);
				}
			}
			return new TaskPage(tasks,
					page.lastEvaluatedKey().isEmpty() ? null : TaskItems.position(page.lastEvaluatedKey()));
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Reviews cannot be read", ex);
		}
	}

	private Map<TaskId, ReviewTask> findAll(List<Map<String, AttributeValue>> keys) {
		List<Map<String, AttributeValue>> wanted = keys.stream()
			.map((key) -> TaskItems.key(TaskItems.idOf(key).value()))
			.toList();
		Map<TaskId, ReviewTask> found = new HashMap<>();
		if (wanted.isEmpty()) {
			return found;
		}
		KeysAndAttributes request = KeysAndAttributes.builder().keys(wanted).consistentRead(true).build();
		this.dynamo.batchGetItemPaginator((get) -> get.requestItems(Map.of(TABLE, request)))
			.stream()
			.flatMap((page) -> page.responses().getOrDefault(TABLE, List.of()).stream())
			.map(TaskItems::read)
			.forEach((task) -> found.put(task.id(), task));
		return found;
	}

	private Map<String, AttributeValue> read(String key) {
		try {
			return this.dynamo.getItem((get) -> get.tableName(TABLE).key(TaskItems.key(key)).consistentRead(true))
				.item();
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Reviews cannot be read", ex);
		}
	}

	private static String pointer(AnimeId animeId) {
		return "anime#" + animeId;
	}

}

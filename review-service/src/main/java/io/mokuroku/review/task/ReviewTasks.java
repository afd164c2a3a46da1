package io.mokuroku.review.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.dynamo.Items;
import io.mokuroku.dynamo.Transactions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Reviews on DynamoDB. A task is written only over the revision it was read with, in one
 * transaction with the line of the audit trail that tells of the change; a line that is
 * there is never written again. Beside the tasks lies, for each entry, which task was
 * asked last.
 */
public final class ReviewTasks {

	/** How many tasks a page may have. */
	public static final int LARGEST_PAGE = 100;

	/** How many tasks are looked at for a page that is filtered. */
	private static final int MOST_LOOKED_AT = 1_000;

	static final String TABLE = "reviews";

	private static final String AUDIT = "review-audit";

	static final String BY_STATE = "by-state";

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

	/** The task that was last asked about an entry, unless it is this one. */
	public Optional<ReviewTask> findOther(AnimeId animeId, TaskId id) {
		return findLast(animeId).filter((last) -> !last.equals(id)).flatMap(this::find);
	}

	/** Notes which task was last asked about an entry. */
	public void putLast(AnimeId animeId, TaskId id) {
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of(TaskItems.TASK_ID, AttributeValue.fromS(pointer(animeId)), LAST_TASK,
					AttributeValue.fromS(id.value())))));
	}

	/**
	 * Writes a task and the line that tells what happened to it.
	 * @param task the first revision, or one more than what is stored
	 * @return whether it was written; if not, somebody else was first
	 * @throws io.mokuroku.message.PermanentFailure with code {@code item_refused} if
	 * DynamoDB will never take it, because it has become too long
	 */
	public boolean save(ReviewTask task) {
		Put.Builder put = Put.builder().tableName(TABLE).item(TaskItems.write(task));
		if (task.revision() == 1) {
			put.conditionExpression("attribute_not_exists(" + TaskItems.TASK_ID + ")");
		}
		else {
			put.conditionExpression(TaskItems.REVISION + " = :before")
				.expressionAttributeValues(Map.of(":before", AttributeValue.fromN(Long.toString(task.revision() - 1))));
		}
		Put line = Put.builder()
			.tableName(AUDIT)
			.item(TaskItems.line(task))
			.conditionExpression("attribute_not_exists(" + TaskItems.LINE + ")")
			.build();
		List<TransactWriteItem> both = List.of(TransactWriteItem.builder().put(put.build()).build(),
				TransactWriteItem.builder().put(line).build());
		return Transactions.write(this.dynamo, both).isEmpty();
	}

	/** Reads all tasks of a state, the most pressing first. */
	public void forEach(TaskState state, Consumer<ReviewTask> reader) {
		String from = null;
		do {
			TaskPage page = inState(state, LARGEST_PAGE, from);
			page.tasks().forEach(reader);
			from = page.next();
		}
		while (from != null);
	}

	/**
	 * A page of the tasks of a state, the most pressing first and of these the longest
	 * waiting.
	 * @param most how many at most, up to {@value #LARGEST_PAGE}
	 * @param from where an earlier page said the next begins
	 * @throws IllegalArgumentException if no page ever said so
	 */
	public TaskPage inState(TaskState state, int most, @Nullable String from) {
		return page(TaskFilter.of(state), Instant.EPOCH, most, from);
	}

	/**
	 * A page of the tasks that match a filter, in the order of
	 * {@link #inState(TaskState, int, String)}. A page of few matches may have fewer than
	 * were wanted, even none, and still name a next one.
	 */
	public TaskPage page(TaskFilter filter, Instant now, int most, @Nullable String from) {
		List<ReviewTask> tasks = new ArrayList<>();
		String next = from;
		int looked = 0;
		do {
			QueryResponse keys = keys(filter.state(), filter.isPlain() ? most : LARGEST_PAGE, next);
			Map<TaskId, ReviewTask> found = findAll(keys.items());
			next = keys.lastEvaluatedKey().isEmpty() ? null : TaskItems.position(keys.lastEvaluatedKey());
			for (Map<String, AttributeValue> key : keys.items()) {
				ReviewTask task = found.get(TaskItems.idOf(key));
				if (task != null && filter.matches(task, now)) {
					tasks.add(task);
				}
				looked++;
				if (tasks.size() == most) {
					boolean wasLast = next == null && key.equals(keys.items().getLast());
					return new TaskPage(tasks, wasLast ? null : TaskItems.position(key));
				}
			}
		}
		while (next != null && looked < MOST_LOOKED_AT);
		return new TaskPage(tasks, next);
	}

	/** What happened to a task, the earliest first. */
	public List<AuditLine> audit(ReviewTask task) {
		QueryRequest query = QueryRequest.builder()
			.tableName(AUDIT)
			.consistentRead(true)
			.keyConditionExpression("#entry = :entry AND begins_with(#line, :task)")
			.expressionAttributeNames(Map.of("#entry", TaskItems.ANIME_ID, "#line", TaskItems.LINE))
			.expressionAttributeValues(Map.of(":entry", AttributeValue.fromS(task.animeId().toString()), ":task",
					AttributeValue.fromS(task.id() + "#")))
			.build();
		return Items
			.calling(() -> this.dynamo.queryPaginator(query).items().stream().map(TaskItems::readLine).toList());
	}

	private QueryResponse keys(TaskState state, int most, @Nullable String from) {
		QueryRequest.Builder query = QueryRequest.builder()
			.tableName(TABLE)
			.indexName(BY_STATE)
			.keyConditionExpression(TaskItems.STATE + " = :state")
			.expressionAttributeValues(Map.of(":state", AttributeValue.fromS(state.name())))
			.limit(most);
		if (from != null) {
			query.exclusiveStartKey(TaskItems.position(state, from));
		}
		return Items.calling(() -> this.dynamo.query(query.build()));
	}

	private Map<TaskId, ReviewTask> findAll(List<Map<String, AttributeValue>> keys) {
		List<Map<String, AttributeValue>> wanted = keys.stream()
			.map((key) -> TaskItems.key(TaskItems.idOf(key).value()))
			.distinct()
			.toList();
		return Items.readAll(this.dynamo, TABLE, wanted)
			.stream()
			.map(TaskItems::read)
			.collect(Collectors.toMap(ReviewTask::id, Function.identity()));
	}

	private Map<String, AttributeValue> read(String key) {
		return Items.calling(
				() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(TaskItems.key(key)).consistentRead(true))
					.item());
	}

	private static String pointer(AnimeId animeId) {
		return "anime#" + animeId;
	}

}

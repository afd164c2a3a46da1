package io.mokuroku.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.dynamo.Items;
import io.mokuroku.dynamo.Transactions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of one kind in the table of jobs. Whoever works on one writes it only while
 * having the {@link Turn}.
 *
 * @param <R> the kind of run
 */
final class RunTable<R extends Run<R>> {

	static final String TABLE = "jobs";

	private static final String PART = "part";

	private static final String BODY = "body";

	private static final String FAILURES = "failures";

	private static final String STOP = "stop";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final DynamoDbClient dynamo;

	private final String kind;

	private final Class<R> type;

	private final Turn turn;

	RunTable(DynamoDbClient dynamo, String kind, Class<R> type, String turn) {
		this.dynamo = dynamo;
		this.kind = kind;
		this.type = type;
		this.turn = new Turn(dynamo, turn);
	}

	String kind() {
		return this.kind;
	}

	Turn turn() {
		return this.turn;
	}

	/** What a run is called in the turn. */
	String nameOf(String id) {
		return this.kind + " " + id;
	}

	/** The ids of the runs of this kind that have not ended, the oldest first. */
	List<String> open(Turn.Standing standing) {
		String prefix = nameOf("");
		return standing.open()
			.stream()
			.filter((name) -> name.startsWith(prefix))
			.map((name) -> name.substring(prefix.length()))
			.sorted()
			.toList();
	}

	/**
	 * Enters a run, unless another has been entered since the turn was looked at.
	 * @return whether it was entered
	 */
	boolean begin(R run, Turn.Standing seen) {
		return together(put(run), this.turn.begins(nameOf(run.id()), seen.open()));
	}

	/**
	 * Says how far a run has come.
	 * @return false if the worker does not have the turn any more; nothing was written
	 */
	boolean progress(R run, String worker) {
		return together(put(run),
				run.state().ended() ? this.turn.ends(nameOf(run.id()), worker) : this.turn.held(worker));
	}

	/**
	 * Counts a failure of a run and lets go of it, for everybody until a time.
	 * @return false if the worker does not have the turn any more; nothing was written
	 */
	boolean failed(String id, String worker, Instant again) {
		return together(change(id, "ADD " + FAILURES + " :one", Map.of(":one", AttributeValue.fromN("1"))),
				this.turn.pauses(worker, again));
	}

	/** Asks whoever works on a run to stop. */
	void stop(String id) {
		Items.conditionally(() -> this.dynamo.updateItem((update) -> update.tableName(TABLE)
			.key(key(id))
			.updateExpression("SET " + STOP + " = :yes")
			.conditionExpression("attribute_exists(" + BODY + ")")
			.expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true)))));
	}

	boolean stopRequested(String id) {
		return item(id).containsKey(STOP);
	}

	/** How often a run has failed. */
	int failures(String id) {
		AttributeValue failures = item(id).get(FAILURES);
		return (failures != null) ? Integer.parseInt(failures.n()) : 0;
	}

	Optional<R> find(String id) {
		Map<String, AttributeValue> item = item(id);
		return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
	}

	/** The latest runs, the newest first. */
	List<R> latest(int most) {
		return Items.calling(() -> this.dynamo.query((query) -> query.tableName(TABLE)
			.keyConditionExpression("job_id = :kind")
			.expressionAttributeValues(Map.of(":kind", AttributeValue.fromS(this.kind)))
			.scanIndexForward(false)
			.consistentRead(true)
			.limit(most))).items().stream().map(this::read).toList();
	}

	private Map<String, AttributeValue> item(String id) {
		return Items.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key(id)).consistentRead(true)))
			.item();
	}

	/**
	 * Writes both or nothing; fails like {@link Transactions#write}.
	 * @return false if the condition of the turn is not met
	 */
	private boolean together(TransactWriteItem run, TransactWriteItem turn) {
		return Transactions.write(this.dynamo, List.of(run, turn)).isEmpty();
	}

	private TransactWriteItem put(R run) {
		return change(run.id(), "SET " + BODY + " = :body",
				Map.of(":body", AttributeValue.fromS(MAPPER.writeValueAsString(run))));
	}

	private TransactWriteItem change(String id, String update, Map<String, AttributeValue> values) {
		return TransactWriteItem.builder()
			.update((change) -> change.tableName(TABLE)
				.key(key(id))
				.updateExpression(update)
				.expressionAttributeValues(values))
			.build();
	}

	private R read(Map<String, AttributeValue> item) {
		return MAPPER.readValue(Objects.requireNonNull(item.get(BODY), "Stored run without body").s(), this.type);
	}

	private Map<String, AttributeValue> key(String id) {
		return Map.of("job_id", AttributeValue.fromS(this.kind), PART, AttributeValue.fromS(id));
	}

}

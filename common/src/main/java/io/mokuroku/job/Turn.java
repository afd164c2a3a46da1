package io.mokuroku.job;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.dynamo.Items;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Which runs of some kinds have not ended, and which worker may work on one of them. It
 * is one item in the table of jobs, so that asking for a run and ending one are decided
 * there, whoever does it. A worker's hold expires, so that another goes on after a crash.
 */
final class Turn {

	private static final String WORKER = "worker";

	private static final String UNTIL = "held_until";

	private static final String OPEN = "open_runs";

	/** Has the turn while nobody shall. */
	private static final String NOBODY = "-";

	private final DynamoDbClient dynamo;

	private final Map<String, AttributeValue> key;

	Turn(DynamoDbClient dynamo, String name) {
		this.dynamo = dynamo;
		this.key = Map.of("job_id", text(name + "-turn"), "part", text("turn"));
	}

	/** The turn as it stands. */
	Standing look() {
		Map<String, AttributeValue> item = Items.calling(
				() -> this.dynamo.getItem((get) -> get.tableName(RunTable.TABLE).key(this.key).consistentRead(true)))
			.item();
		AttributeValue open = item.get(OPEN);
		AttributeValue worker = item.get(WORKER);
		AttributeValue until = item.get(UNTIL);
		return new Standing((open != null) ? new TreeSet<>(open.ss()) : Set.of(),
				(worker != null && until != null)
						? Optional.of(new Hold(worker.s(), Instant.ofEpochMilli(Long.parseLong(until.n()))))
						: Optional.empty());
	}

	/**
	 * Takes the turn for an open run, or keeps it.
	 * @param run the run
	 * @param hold what the worker has then
	 * @param dead a hold whose worker has gone
	 * @param now a hold of nobody ends then
	 * @return whether the worker has the turn now
	 */
	boolean take(String run, Hold hold, @Nullable Hold dead, Instant now) {
		Map<String, AttributeValue> values = new HashMap<>(Map.of(":run", text(run), ":worker", text(hold.worker()),
				":until", number(hold.until()), ":nobody", text(NOBODY), ":now", number(now)));
		String free = "attribute_not_exists(worker) OR worker = :worker OR (worker = :nobody AND held_until < :now)";
		if (dead != null) {
			values.put(":dead", text(dead.worker()));
			values.put(":since", number(dead.until()));
			free += " OR (worker = :dead AND held_until = :since)";
		}
		return update("SET worker = :worker, held_until = :until", "contains(open_runs, :run) AND (" + free + ")",
				values);
	}

	/** Lets go of the turn; the run goes on later, with any worker. */
	void release(String worker) {
		update("REMOVE worker, held_until", "worker = :worker", Map.of(":worker", text(worker)));
	}

	/** Part of a transaction: lets go of the turn, and nobody takes it for a while. */
	TransactWriteItem pauses(String worker, Instant until) {
		return change("SET worker = :nobody, held_until = :until", "worker = :worker",
				Map.of(":worker", text(worker), ":nobody", text(NOBODY), ":until", number(until)));
	}

	/**
	 * Part of a transaction: a run is open, and no other has been since.
	 * @param open the runs that were open when this one was decided upon
	 */
	TransactWriteItem begins(String run, Set<String> open) {
		AttributeValue added = AttributeValue.fromSs(List.of(run));
		return open.isEmpty()
				? change("ADD open_runs :added", "attribute_not_exists(open_runs)", Map.of(":added", added))
				: change("ADD open_runs :added", "open_runs = :open",
						Map.of(":added", added, ":open", AttributeValue.fromSs(List.copyOf(open))));
	}

	/** Part of a transaction: a run is not open any more. */
	TransactWriteItem ends(String run, String worker) {
		return change("REMOVE worker, held_until DELETE open_runs :ended", "worker = :worker",
				Map.of(":worker", text(worker), ":ended", AttributeValue.fromSs(List.of(run))));
	}

	/** Part of a transaction: a worker has the turn. */
	TransactWriteItem held(String worker) {
		return TransactWriteItem.builder()
			.conditionCheck((check) -> check.tableName(RunTable.TABLE)
				.key(this.key)
				.conditionExpression("worker = :worker")
				.expressionAttributeValues(Map.of(":worker", text(worker))))
			.build();
	}

	private TransactWriteItem change(String update, String condition, Map<String, AttributeValue> values) {
		return TransactWriteItem.builder()
			.update((change) -> change.tableName(RunTable.TABLE)
				.key(this.key)
				.updateExpression(update)
				.conditionExpression(condition)
				.expressionAttributeValues(values))
			.build();
	}

	private boolean update(String update, String condition, Map<String, AttributeValue> values) {
		return Items.conditionally(() -> this.dynamo.updateItem((change) -> change.tableName(RunTable.TABLE)
			.key(this.key)
			.updateExpression(update)
			.conditionExpression(condition)
			.expressionAttributeValues(values)));
	}

	private static AttributeValue text(String value) {
		return AttributeValue.fromS(value);
	}

	private static AttributeValue number(Instant time) {
		return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
	}

	/**
	 * The turn as it stands.
	 *
	 * @param open the runs that have not ended, of all kinds that share the turn
	 * @param hold who has it
	 */
	record Standing(Set<String> open, Optional<Hold> hold) {
	}

	/**
	 * A worker's hold on the turn.
	 *
	 * @param worker its name
	 * @param until when it ends unless it is renewed, by the clock of the worker
	 */
	record Hold(String worker, Instant until) {
	}

}

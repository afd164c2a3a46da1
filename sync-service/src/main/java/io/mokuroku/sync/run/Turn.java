package io.mokuroku.sync.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The one run that is under way, and the worker that has it. It is one item in the table
 * of jobs: naming a run in it is starting that run, and a worker's hold on it expires, so
 * that another goes on after a crash.
 */
final class Turn {

	private static final Map<String, AttributeValue> KEY = Map.of("job_id", AttributeValue.fromS("sync-turn"), "part",
			AttributeValue.fromS("turn"));

	private static final String RUN = "run_id";

	private static final String WORKER = "worker";

	private static final String UNTIL = "held_until";

	private static final String CANCEL = "cancel";

	private final DynamoDbClient dynamo;

	Turn(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/** The run that is under way. */
	Optional<String> current() {
		Map<String, AttributeValue> item = SyncRuns
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(SyncRuns.TABLE).key(KEY).consistentRead(true)))
			.item();
		AttributeValue run = item.get(RUN);
		return (run != null) ? Optional.of(run.s()) : Optional.empty();
	}

	/**
	 * Takes the turn of a run, or keeps it.
	 * @return whether this worker has it now, and what it must know
	 */
	Hold take(String runId, String worker, Instant now, Duration lease) {
		Instant until = now.plus(lease);
		try {
			Map<String, AttributeValue> item = SyncRuns
				.calling(() -> this.dynamo.updateItem((update) -> update.tableName(SyncRuns.TABLE)
					.key(KEY)
					.updateExpression("SET worker = :worker, held_until = :until")
					.conditionExpression("run_id = :run AND (attribute_not_exists(worker) OR worker = :worker"
							+ " OR held_until < :now)")
					.expressionAttributeValues(Map.of(":run", text(runId), ":worker", text(worker), ":until",
							number(until), ":now", number(now)))
					.returnValues(ReturnValue.ALL_NEW)))
				.attributes();
			return new Hold(true, item.containsKey(CANCEL), until);
		}
		catch (ConditionalCheckFailedException ex) {
			return new Hold(false, false, now);
		}
	}

	/** Lets go of the turn of a run that goes on later, with any worker. */
	void release(String runId, String worker) {
		try {
			SyncRuns.calling(() -> this.dynamo.updateItem((update) -> update.tableName(SyncRuns.TABLE)
				.key(KEY)
				.updateExpression("REMOVE worker, held_until")
				.conditionExpression("run_id = :run AND worker = :worker")
				.expressionAttributeValues(Map.of(":run", text(runId), ":worker", text(worker)))));
		}
		catch (ConditionalCheckFailedException _) {
			return;
		}
	}

	/**
	 * Asks whoever works on a run to stop.
	 * @return whether the run is under way
	 */
	boolean cancel(String runId) {
		try {
			SyncRuns.calling(() -> this.dynamo.updateItem((update) -> update.tableName(SyncRuns.TABLE)
				.key(KEY)
				.updateExpression("SET cancel = :yes")
				.conditionExpression("run_id = :run")
				.expressionAttributeValues(Map.of(":run", text(runId), ":yes", AttributeValue.fromBool(true)))));
			return true;
		}
		catch (ConditionalCheckFailedException ex) {
			return false;
		}
	}

	static TransactWriteItem begins(String runId) {
		return update("SET run_id = :run REMOVE worker, held_until, cancel", "attribute_not_exists(run_id)", runId,
				null);
	}

	static TransactWriteItem ends(String runId, String worker) {
		return update("REMOVE run_id, worker, held_until, cancel", "run_id = :run AND worker = :worker", runId, worker);
	}

	static TransactWriteItem held(String runId, String worker) {
		return TransactWriteItem.builder()
			.conditionCheck((check) -> check.tableName(SyncRuns.TABLE)
				.key(KEY)
				.conditionExpression(RUN + " = :run AND " + WORKER + " = :worker AND attribute_exists(" + UNTIL + ")")
				.expressionAttributeValues(values(runId, worker)))
			.build();
	}

	private static TransactWriteItem update(String update, String condition, String runId, @Nullable String worker) {
		return TransactWriteItem.builder()
			.update((change) -> change.tableName(SyncRuns.TABLE)
				.key(KEY)
				.updateExpression(update)
				.conditionExpression(condition)
				.expressionAttributeValues(values(runId, worker)))
			.build();
	}

	private static Map<String, AttributeValue> values(String runId, @Nullable String worker) {
		Map<String, AttributeValue> values = new HashMap<>(Map.of(":run", text(runId)));
		if (worker != null) {
			values.put(":worker", text(worker));
		}
		return values;
	}

	private static AttributeValue text(String value) {
		return AttributeValue.fromS(value);
	}

	private static AttributeValue number(Instant time) {
		return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
	}

	/**
	 * A worker's hold on the turn.
	 *
	 * @param mine whether it has it
	 * @param cancelled whether it was asked to stop
	 * @param until when others may take it
	 */
	record Hold(boolean mine, boolean cancelled, Instant until) {
	}

}

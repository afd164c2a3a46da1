package io.mokuroku.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.topology.Topology;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Transactions of DynamoDB, and what it means that one was cancelled: a condition is not
 * met, another was in its way, or DynamoDB will never take one of its items.
 */
public final class Transactions {

	private static final String NOT_MET = "ConditionalCheckFailed";

	private static final String NEVER = "ValidationError";

	private static final String COLLIDED = "TransactionConflict";

	private static final int MOST_TRIES = 10;

	private Transactions() {
	}

	/**
	 * Writes all or nothing, again while another transaction is in its way.
	 * @return the places of the writes whose condition is not met; none if all is written
	 * @throws RetryableFailure if others keep being in its way, or there is no answer
	 * @throws PermanentFailure with code {@code item_refused} if DynamoDB will never take
	 * one of the items, for example because it has more than 400 KB; the reason names it
	 */
	public static List<Integer> write(DynamoDbClient dynamo, List<TransactWriteItem> writes) {
		for (int tries = 1;; tries++) {
			try {
				Items.calling(() -> send(dynamo, writes));
				return List.of();
			}
			catch (TransactionCanceledException ex) {
				List<Integer> unmet = IntStream.range(0, writes.size())
					.filter((place) -> NOT_MET.equals(ex.cancellationReasons().get(place).code()))
					.boxed()
					.toList();
				if (!unmet.isEmpty()) {
					return unmet;
				}
				if (tries == MOST_TRIES || !collided(ex)) {
					throw new RetryableFailure("A transaction was cancelled: " + ex.getMessage(), ex);
				}
				LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << tries));
			}
		}
	}

	private static boolean collided(TransactionCanceledException ex) {
		return ex.cancellationReasons().stream().anyMatch((reason) -> COLLIDED.equals(reason.code()));
	}

	private static TransactWriteItemsResponse send(DynamoDbClient dynamo, List<TransactWriteItem> writes) {
		try {
			return dynamo.transactWriteItems((write) -> write.transactItems(writes));
		}
		catch (TransactionCanceledException ex) {
			for (int place = 0; place < writes.size(); place++) {
				CancellationReason reason = ex.cancellationReasons().get(place);
				if (NEVER.equals(reason.code())) {
					throw refusal(name(writes.get(place)), reason.message(), ex);
				}
			}
			throw ex;
		}
		catch (DynamoDbException ex) {
			if (Items.isInvalid(ex)) {
				String all = "%d writes, the first of which is %s".formatted(writes.size(), name(writes.getFirst()));
				throw refusal(all, String.valueOf(ex.getMessage()), ex);
			}
			throw ex;
		}
	}

	private static PermanentFailure refusal(String what, String why, DynamoDbException cause) {
		return new PermanentFailure(Items.REFUSED, "DynamoDB refuses %s: %s".formatted(what, why), cause);
	}

	/** The table of an item and its key. */
	private static String name(TransactWriteItem write) {
		if (write.put() != null) {
			return name(write.put().tableName(), write.put().item());
		}
		if (write.update() != null) {
			return name(write.update().tableName(), write.update().key());
		}
		if (write.delete() != null) {
			return name(write.delete().tableName(), write.delete().key());
		}
		return name(write.conditionCheck().tableName(), write.conditionCheck().key());
	}

	private static String name(String table, Map<String, AttributeValue> item) {
		return Topology.load()
			.tables()
			.stream()
			.filter((known) -> known.name().equals(table))
			.flatMap((known) -> Stream.of(known.hashKey(), Objects.requireNonNullElse(known.rangeKey(), "")))
			.filter(item::containsKey)
			.map((key) -> Items.textOf(item, key))
			.collect(Collectors.joining(" ", table + " ", ""));
	}

}

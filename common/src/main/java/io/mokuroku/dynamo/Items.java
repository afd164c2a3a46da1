package io.mokuroku.dynamo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What every access to DynamoDB has in common: values, batches that are repeated until
 * nothing is left unprocessed, and failures that say whether to try again.
 */
public final class Items {

	/** The code of what DynamoDB will never take. */
	static final String REFUSED = "item_refused";

	private static final int MOST_READ = 100;

	private static final int MOST_WRITTEN = 25;

	private static final int MOST_ROUNDS = 12;

	private Items() {
	}

	/** A value that is a text. */
	public static AttributeValue text(String value) {
		return AttributeValue.fromS(value);
	}

	/** A value that is a whole number. */
	public static AttributeValue number(long value) {
		return AttributeValue.fromN(Long.toString(value));
	}

	/**
	 * The text of an attribute that every such item has.
	 * @throws IllegalStateException if this one has none
	 */
	public static String textOf(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		if (value == null || value.s() == null) {
			throw new IllegalStateException("Stored item without " + name);
		}
		return value.s();
	}

	/** The text of an attribute, if the item has one. */
	public static @Nullable String textOrNull(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		return (value != null) ? value.s() : null;
	}

	/**
	 * Translates what DynamoDB throws; that a condition is not met, or a transaction
	 * cancelled, is left to the caller.
	 * @throws PermanentFailure with code {@value #REFUSED} if no repetition can mend what
	 * is asked, for example an item of more than 400 KB
	 * @throws RetryableFailure if DynamoDB cannot be reached, is overloaded, or does not
	 * let us in
	 */
	public static <T> T calling(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (ConditionalCheckFailedException | TransactionCanceledException ex) {
			throw ex;
		}
		catch (DynamoDbException ex) {
			if (isInvalid(ex)) {
				throw new PermanentFailure(REFUSED, "DynamoDB refuses this: " + ex.getMessage(), ex);
			}
			throw new RetryableFailure("DynamoDB does not do this now: " + ex.getMessage(), ex);
		}
		catch (SdkException ex) {
			throw new RetryableFailure("DynamoDB cannot be reached: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Writes under a condition; fails like {@link #calling}.
	 * @return whether the condition is met, and so it is written
	 */
	public static boolean conditionally(Supplier<?> write) {
		try {
			calling(write);
			return true;
		}
		catch (ConditionalCheckFailedException _) {
			return false;
		}
	}

	static boolean isInvalid(DynamoDbException ex) {
		return ex.awsErrorDetails() != null && "ValidationException".equals(ex.awsErrorDetails().errorCode());
	}

	/** Reads items of one table; what does not exist is missing in the answer. */
	public static List<Map<String, AttributeValue>> readAll(DynamoDbClient dynamo, String table,
			Collection<Map<String, AttributeValue>> keys) {
		return readAll(dynamo, table, keys, (_) -> {
		});
	}

	/**
	 * The same within limits of its own.
	 * @param limits what each call may take
	 */
	public static List<Map<String, AttributeValue>> readAll(DynamoDbClient dynamo, String table,
			Collection<Map<String, AttributeValue>> keys, Consumer<AwsRequestOverrideConfiguration.Builder> limits) {
		List<Map<String, AttributeValue>> found = new ArrayList<>();
		List<Map<String, AttributeValue>> all = List.copyOf(keys);
		for (int from = 0; from < all.size(); from += MOST_READ) {
			List<Map<String, AttributeValue>> wanted = all.subList(from, Math.min(from + MOST_READ, all.size()));
			for (int round = 0; !wanted.isEmpty(); round++) {
				pause(round, table);
				KeysAndAttributes request = KeysAndAttributes.builder().keys(wanted).consistentRead(true).build();
				BatchGetItemResponse response = calling(() -> dynamo
					.batchGetItem((get) -> get.overrideConfiguration(limits).requestItems(Map.of(table, request))));
				found.addAll(response.responses().getOrDefault(table, List.of()));
				KeysAndAttributes left = response.unprocessedKeys().get(table);
				wanted = (left != null) ? left.keys() : List.of();
			}
		}
		return found;
	}

	/** Writes to one table without conditions. */
	public static void writeAll(DynamoDbClient dynamo, String table, List<WriteRequest> writes) {
		for (int from = 0; from < writes.size(); from += MOST_WRITTEN) {
			List<WriteRequest> wanted = writes.subList(from, Math.min(from + MOST_WRITTEN, writes.size()));
			for (int round = 0; !wanted.isEmpty(); round++) {
				pause(round, table);
				Map<String, List<WriteRequest>> request = new HashMap<>(Map.of(table, wanted));
				BatchWriteItemResponse response = calling(
						() -> dynamo.batchWriteItem((write) -> write.requestItems(request)));
				wanted = response.unprocessedItems().getOrDefault(table, List.of());
			}
		}
	}

	private static void pause(int round, String table) {
		if (round >= MOST_ROUNDS) {
			throw new RetryableFailure("DynamoDB keeps leaving items of " + table + " unprocessed", null);
		}
		if (round > 0) {
			LockSupport.parkNanos(25_000_000L << Math.min(round, 6));
		}
	}

}

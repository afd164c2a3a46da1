package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The mean score of the catalogue, which scores of few votes are drawn to. It can be
 * computed anew from the entries and is one item in the table of jobs.
 */
public final class CatalogueMeans {

	/** The mean until one was computed. */
	public static final double FIRST = 6.5;

	private static final String TABLE = "jobs";

	private static final Map<String, AttributeValue> KEY = Map.of("job_id", Items.text("catalogue-mean"), "part",
			Items.text("mean"));

	private static final String SCORE = "score";

	private static final String ENTRIES = "entries";

	private static final String MEASURED_AT = "measured_at";

	private static final String HELD_UNTIL = "held_until";

	private final DynamoDbClient dynamo;

	CatalogueMeans(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/** The mean that is in use. */
	public Mean current() {
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(KEY).consistentRead(true)))
			.item();
		if (!item.containsKey(SCORE)) {
			return new Mean(FIRST, 0, Instant.EPOCH);
		}
		return new Mean(Double.parseDouble(number(item, SCORE)), Long.parseLong(number(item, ENTRIES)),
				Instant.ofEpochMilli(Long.parseLong(number(item, MEASURED_AT))));
	}

	/**
	 * Asks for the right to compute it anew.
	 * @param now the present
	 * @param due how old it must be
	 * @param hold for how long nobody else gets the right
	 * @return whether it is old enough and nobody else computes it
	 */
	public boolean claim(Instant now, Duration due, Duration hold) {
		return Items.conditionally(() -> this.dynamo.updateItem((update) -> update.tableName(TABLE)
			.key(KEY)
			.updateExpression("SET " + HELD_UNTIL + " = :until")
			.conditionExpression("(attribute_not_exists(" + MEASURED_AT + ") OR " + MEASURED_AT
					+ " <= :due) AND (attribute_not_exists(" + HELD_UNTIL + ") OR " + HELD_UNTIL + " <= :now)")
			.expressionAttributeValues(Map.of(":until", Items.number(now.plus(hold).toEpochMilli()), ":due",
					Items.number(now.minus(due).toEpochMilli()), ":now", Items.number(now.toEpochMilli())))));
	}

	/** Makes a mean the one that is in use. */
	public void put(Mean mean) {
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of("job_id", Objects.requireNonNull(KEY.get("job_id")), "part",
					Objects.requireNonNull(KEY.get("part")), SCORE, AttributeValue.fromN(Double.toString(mean.score())),
					ENTRIES, Items.number(mean.entries()), MEASURED_AT, Items.number(mean.at().toEpochMilli())))));
	}

	private static String number(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		if (value == null || value.n() == null) {
			throw new IllegalStateException("Stored mean without " + name);
		}
		return value.n();
	}

	/**
	 * A mean.
	 *
	 * @param score from 0 to 10
	 * @param entries of how many entries
	 * @param at when it was computed
	 */
	public record Mean(double score, long entries, Instant at) {

		public Mean {
			Objects.requireNonNull(at, "at");
			if (!(score >= 0 && score <= 10)) {
				throw new IllegalArgumentException("Scores lie between 0 and 10: " + score);
			}
		}

	}

}

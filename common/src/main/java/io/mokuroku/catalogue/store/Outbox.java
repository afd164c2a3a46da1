package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.cloud.Patience;
import io.mokuroku.dynamo.Items;
import io.mokuroku.message.CatalogueChanged;
import io.mokuroku.message.WireFormat;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Messages that were committed and not yet sent. Rows leave it once they are on their
 * queue; what stays is sent again, so a message may go out twice but never not at all.
 */
public final class Outbox {

	static final String TABLE = "outbox";

	static final List<String> SHARDS = List.of("a", "b", "c", "d");

	private static final String SHARD = "shard_id";

	private static final String ROW_ID = "row_id";

	private static final String BODY = "body";

	private static final String TRACEPARENT = "traceparent";

	private final DynamoDbClient dynamo;

	Outbox(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * The oldest rows of a shard that were committed before an instant. Nobody waits for
	 * them, so the database has more time than for questions of people.
	 * @param after the row they come after; null for the first
	 * @param most how many at most; fewer does not mean that there are no more
	 */
	List<OutboxRow> olderThan(String shard, Instant time, @Nullable OutboxRow after, int most) {
		return Items.calling(() -> this.dynamo.query((query) -> query.tableName(TABLE)
			.exclusiveStartKey((after != null) ? key(after) : null)
			.keyConditionExpression(SHARD + " = :shard AND " + ROW_ID + " < :time")
			.expressionAttributeValues(
					Map.of(":shard", Items.text(shard), ":time", Items.text(OutboxRow.timeKey(time))))
			.limit(most)
			.consistentRead(true)
			.overrideConfiguration(Patience.CALLS::limit))).items().stream().map(Outbox::row).toList();
	}

	void remove(List<OutboxRow> rows) {
		Items.writeAll(this.dynamo, TABLE,
				rows.stream()
					.map((row) -> WriteRequest.builder().deleteRequest((delete) -> delete.key(key(row))).build())
					.toList());
	}

	static Put put(OutboxRow row) {
		Map<String, AttributeValue> item = new HashMap<>(key(row));
		item.put(BODY, Items.text(WireFormat.write(row.message())));
		if (row.traceparent() != null) {
			item.put(TRACEPARENT, Items.text(row.traceparent()));
		}
		return Put.builder().tableName(TABLE).item(item).build();
	}

	private static Map<String, AttributeValue> key(OutboxRow row) {
		return Map.of(SHARD, Items.text(row.shard()), ROW_ID, Items.text(row.rowId()));
	}

	private static OutboxRow row(Map<String, AttributeValue> item) {
		return new OutboxRow(Items.textOf(item, SHARD), Items.textOf(item, ROW_ID),
				WireFormat.read(Items.textOf(item, BODY), CatalogueChanged.class), Items.textOrNull(item, TRACEPARENT));
	}

}

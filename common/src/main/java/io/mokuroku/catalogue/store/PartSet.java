package io.mokuroku.catalogue.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * All parts of one sort of an entry, each an item of its own, so that a long cast does
 * not have to fit into one.
 */
final class PartSet {

	private final DynamoDbClient dynamo;

	private final String prefix;

	private final boolean consistent;

	/**
	 * The parts whose names begin alike.
	 * @param consistent whether bodies are those that were written last, at twice the
	 * price
	 */
	PartSet(DynamoDbClient dynamo, String prefix, boolean consistent) {
		this.dynamo = dynamo;
		this.prefix = prefix;
		this.consistent = consistent;
	}

	/** The bodies, by part, in the order of parts. */
	List<String> bodies(AnimeId id) {
		return read(id, this.consistent).stream().map((item) -> Items.textOf(item, EntryItems.BODY)).toList();
	}

	/**
	 * Makes these the parts there are: what differs is written, what is gone removed, and
	 * the rest is left alone, because every write costs.
	 * @param next the bodies by what follows the prefix
	 */
	void replace(AnimeId id, Map<String, String> next) {
		Map<String, String> present = new HashMap<>();
		read(id, true)
			.forEach((item) -> present.put(Items.textOf(item, EntryItems.PART).substring(this.prefix.length()),
					Items.textOf(item, EntryItems.BODY)));
		List<WriteRequest> writes = new ArrayList<>();
		next.forEach((name, body) -> {
			if (!body.equals(present.remove(name))) {
				writes.add(put(id, name, body));
			}
		});
		present.keySet().forEach((name) -> writes.add(remove(id, name)));
		Items.writeAll(this.dynamo, EntryItems.TABLE, writes);
	}

	private List<Map<String, AttributeValue>> read(AnimeId id, boolean lastWritten) {
		QueryRequest query = QueryRequest.builder()
			.tableName(EntryItems.TABLE)
			.keyConditionExpression("anime_id = :id AND begins_with(part, :prefix)")
			.expressionAttributeValues(Map.of(":id", Items.text(id.toString()), ":prefix", Items.text(this.prefix)))
			.consistentRead(lastWritten)
			.build();
		return Items.calling(() -> this.dynamo.queryPaginator(query).items().stream().toList());
	}

	private WriteRequest put(AnimeId id, String name, String body) {
		Map<String, AttributeValue> item = new HashMap<>(EntryItems.partKey(id, this.prefix + name));
		item.put(EntryItems.BODY, Items.text(body));
		return WriteRequest.builder().putRequest((put) -> put.item(item)).build();
	}

	private WriteRequest remove(AnimeId id, String name) {
		return WriteRequest.builder()
			.deleteRequest((delete) -> delete.key(EntryItems.partKey(id, this.prefix + name)))
			.build();
	}

}

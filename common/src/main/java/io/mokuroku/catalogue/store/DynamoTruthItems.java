package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.cloud.Patience;
import io.mokuroku.dynamo.Items;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The items as DynamoDB holds them. All reads but those of indexes are consistent.
 */
final class DynamoTruthItems implements TruthItems {

	private static final int MOST_ATTEMPTS = 8;

	private final DynamoDbClient dynamo;

	DynamoTruthItems(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	@Override
	public void scanEntries(int segment, int segments, Consumer<StoredEntry> each) {
		EntryGroups groups = new EntryGroups(each);
		scan(TruthTable.ANIME, segment, segments, groups::add);
		groups.finish();
	}

	@Override
	public void scan(TruthTable table, int segment, int segments, Consumer<StoredItem> each) {
		ScanRequest request = ScanRequest.builder()
			.overrideConfiguration(Patience.SCANS::limit)
			.tableName(table.tableName())
			.segment(segment)
			.totalSegments(segments)
			.consistentRead(true)
			.build();
		boolean more = true;
		while (more) {
			ScanRequest next = request;
			ScanResponse page = patiently(() -> this.dynamo.scan(next));
			page.items().forEach((item) -> each.accept(StoredItem.of(table, item)));
			more = page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty();
			request = request.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
		}
	}

	@Override
	public StoredEntry entry(AnimeId id) {
		QueryRequest query = QueryRequest.builder()
			.tableName(EntryItems.TABLE)
			.keyConditionExpression(EntryItems.ANIME_ID + " = :id")
			.expressionAttributeValues(Map.of(":id", Items.text(id.toString())))
			.consistentRead(true)
			.build();
		return new StoredEntry(id,
				patiently(() -> this.dynamo.queryPaginator(query)
					.items()
					.stream()
					.map((item) -> StoredItem.of(TruthTable.ANIME, item))
					.toList()));
	}

	@Override
	public Set<AnimeId> changedSince(Instant time) {
		Set<AnimeId> changed = new HashSet<>();
		for (Lifecycle lifecycle : Lifecycle.values()) {
			QueryRequest query = QueryRequest.builder()
				.tableName(EntryItems.TABLE)
				.indexName(EntryItems.BY_LIFECYCLE)
				.keyConditionExpression("lifecycle = :lifecycle AND updated_at >= :time")
				.expressionAttributeValues(
						Map.of(":lifecycle", Items.text(lifecycle.name()), ":time", Items.text(EntryItems.time(time))))
				.build();
			changed.addAll(patiently(() -> this.dynamo.queryPaginator(query)
				.items()
				.stream()
				.map(EntryItems::idOf)
				.collect(Collectors.toSet())));
		}
		return changed;
	}

	@Override
	public Set<AnimeId> underWork(Instant now) {
		return patiently(() -> this.dynamo
			.scanPaginator((scan) -> scan.tableName(ProcessingLocks.TABLE)
				.filterExpression("lock_owner <> :nobody AND expires_at > :now")
				.expressionAttributeValues(Map.of(":nobody", Items.text(ProcessingLocks.NO_OWNER), ":now",
						Items.number(now.getEpochSecond())))
				.consistentRead(true))
			.items()
			.stream()
			.map(EntryItems::idOf)
			.collect(Collectors.toSet()));
	}

	@Override
	public Map<AnimeId, Long> versions(Collection<AnimeId> ids) {
		List<Map<String, AttributeValue>> keys = Set.copyOf(ids).stream().map(EntryItems::key).toList();
		Map<AnimeId, Long> versions = new HashMap<>();
		for (Map<String, AttributeValue> item : patiently(() -> Items.readAll(this.dynamo, EntryItems.TABLE, keys))) {
			versions.put(EntryItems.idOf(item), StoredItem.of(TruthTable.ANIME, item).version());
		}
		return versions;
	}

	@Override
	public Map<String, StoredItem> findAll(List<StoredItem> sameKeys) {
		Map<String, StoredItem> found = new HashMap<>();
		sameKeys.stream().collect(Collectors.groupingBy(StoredItem::table)).forEach((table, items) -> {
			List<Map<String, AttributeValue>> keys = items.stream().map(StoredItem::key).distinct().toList();
			for (Map<String, AttributeValue> item : patiently(
					() -> Items.readAll(this.dynamo, table.tableName(), keys))) {
				StoredItem stored = StoredItem.of(table, item);
				found.put(stored.name(), stored);
			}
		});
		return found;
	}

	@Override
	public void putAll(List<StoredItem> items) {
		for (boolean entries : new boolean[] { false, true }) {
			items.stream()
				.filter((item) -> item.isEntry() == entries)
				.collect(Collectors.groupingBy(StoredItem::table))
				.forEach((table, some) -> write(table, some.stream().map((item) -> put(item.values())).toList()));
		}
	}

	@Override
	public boolean replace(StoredEntry next, StoredEntry before) {
		Set<Map<String, AttributeValue>> kept = next.items().stream().map(StoredItem::key).collect(Collectors.toSet());
		List<WriteRequest> writes = new ArrayList<>();
		next.parts().forEach((part) -> writes.add(put(part.values())));
		before.parts()
			.stream()
			.filter((part) -> !kept.contains(part.key()))
			.forEach((part) -> writes.add(remove(part.key())));
		if (versions(List.of(next.id())).getOrDefault(next.id(), 0L) != before.version()) {
			return false;
		}
		write(TruthTable.ANIME, writes);
		return next.entry().map((entry) -> putOver(entry, before.version())).orElse(true);
	}

	private boolean putOver(StoredItem entry, long versionBefore) {
		return patiently(() -> Items.conditionally(() -> this.dynamo.putItem((put) -> {
			put.tableName(EntryItems.TABLE).item(entry.values());
			if (versionBefore == 0) {
				put.conditionExpression("attribute_not_exists(" + EntryItems.ANIME_ID + ")");
			}
			else {
				put.conditionExpression("version = :before")
					.expressionAttributeValues(Map.of(":before", Items.number(versionBefore)));
			}
		})));
	}

	@Override
	public Map<SourceLink, AnimeId> holders(Collection<SourceLink> links) {
		return patiently(() -> new SourceLinks(this.dynamo).findAll(links));
	}

	@Override
	public void hold(Map<SourceLink, AnimeId> links) {
		write(TruthTable.SOURCE_LINKS,
				links.entrySet()
					.stream()
					.map((each) -> put(SourceLinks.item(each.getKey(), each.getValue())))
					.toList());
	}

	@Override
	public void release(Map<SourceLink, AnimeId> links) {
		// where another entry has a link now, it stays so
		links.forEach((link, holder) -> patiently(
				() -> Items.conditionally(() -> this.dynamo.deleteItem((delete) -> delete.tableName(SourceLinks.TABLE)
					.key(SourceLinks.key(link))
					.conditionExpression(SourceLinks.ANIME_ID + " = :holder")
					.expressionAttributeValues(Map.of(":holder", Items.text(holder.toString())))))));
	}

	private void write(TruthTable table, List<WriteRequest> writes) {
		patiently(() -> {
			Items.writeAll(this.dynamo, table.tableName(), writes);
			return writes;
		});
	}

	private static WriteRequest put(Map<String, AttributeValue> item) {
		return WriteRequest.builder().putRequest((put) -> put.item(item)).build();
	}

	private static WriteRequest remove(Map<String, AttributeValue> key) {
		return WriteRequest.builder().deleteRequest((delete) -> delete.key(key)).build();
	}

	/**
	 * A copy takes minutes; a database that is overloaded for seconds must not end it.
	 */
	private static <T> T patiently(Supplier<T> call) {
		for (int attempt = 1;; attempt++) {
			try {
				return Items.calling(call);
			}
			catch (RetryableFailure ex) {
				if (attempt >= MOST_ATTEMPTS || Thread.currentThread().isInterrupted()) {
					throw ex;
				}
				LockSupport.parkNanos(50_000_000L << attempt);
			}
		}
	}

}

package io.mokuroku.catalogue.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.cloud.Patience;
import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads every entry, without its parts.
 */
public final class EntryScan {

	private static final int READ_AT_ONCE = 200;

	/** About as many entries as the dataset has. */
	private static final int DATASET = 40_000;

	private final DynamoDbClient dynamo;

	EntryScan(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * Into how many shares to divide the entries, so that each is read in little time.
	 * @param known how many entries are known of; where they are fewer than the dataset
	 * has, as many as that are expected, since a share without entries costs one request
	 */
	public static int shares(long known) {
		return CatalogueScan.segments(Math.max(DATASET, known), 1);
	}

	/**
	 * Reads one share of all entries. What was committed before the call is seen.
	 * @param segment which share, from 0
	 * @param segments how many shares there are
	 * @param each is told some entries at a time, never none
	 * @throws io.mokuroku.message.RetryableFailure if the database cannot be reached
	 */
	public void read(int segment, int segments, Consumer<List<AnimeEntry>> each) {
		ScanRequest request = ScanRequest.builder()
			.overrideConfiguration(Patience.SCANS::limit)
			.tableName(EntryItems.TABLE)
			.filterExpression(EntryItems.PART + " = :entry")
			.projectionExpression(EntryItems.BODY)
			.expressionAttributeValues(Map.of(":entry", Items.text(EntryItems.ENTRY)))
			.segment(segment)
			.totalSegments(segments)
			.consistentRead(true)
			.build();
		boolean more = true;
		while (more) {
			ScanRequest next = request;
			ScanResponse page = Items.calling(() -> this.dynamo.scan(next));
			List<AnimeEntry> entries = page.items().stream().map(EntryItems::read).toList();
			if (!entries.isEmpty()) {
				each.accept(entries);
			}
			more = page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty();
			request = request.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
		}
	}

	/**
	 * Reads the entries of a lifecycle by its index, which costs what they weigh and
	 * nothing for their parts. An entry that is committed meanwhile may come twice or not
	 * at all.
	 * @param lifecycle where they stand
	 * @param each is told some entries at a time, never none
	 * @throws io.mokuroku.message.RetryableFailure if the database cannot be reached
	 */
	public void read(Lifecycle lifecycle, Consumer<List<AnimeEntry>> each) {
		QueryRequest request = QueryRequest.builder()
			.overrideConfiguration(Patience.SCANS::limit)
			.tableName(EntryItems.TABLE)
			.indexName(EntryItems.BY_LIFECYCLE)
			.keyConditionExpression("lifecycle = :lifecycle")
			.projectionExpression(EntryItems.ANIME_ID)
			.expressionAttributeValues(Map.of(":lifecycle", Items.text(lifecycle.name())))
			.limit(READ_AT_ONCE)
			.build();
		boolean more = true;
		while (more) {
			QueryRequest next = request;
			QueryResponse page = Items.calling(() -> this.dynamo.query(next));
			List<AnimeEntry> entries = Items.readAll(this.dynamo, EntryItems.TABLE,
					page.items().stream().map(EntryItems::idOf).map(EntryItems::key).toList(), Patience.SCANS::limit)
				.stream()
				.map(EntryItems::read)
				.toList();
			if (!entries.isEmpty()) {
				each.accept(entries);
			}
			more = page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty();
			request = request.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
		}
	}

}

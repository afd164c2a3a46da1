package io.mokuroku.catalogue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.cloud.Patience;
import io.mokuroku.dynamo.Items;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads the digests of all entries from the one index that holds entries alone, in
 * segments, several at once. The table itself would be read with all its episodes.
 */
final class CatalogueScan {

	/** DynamoDB Local needs four times as long for a segment of twice as many. */
	private static final int ENTRIES_PER_SEGMENT = 500;

	/** What DynamoDB allows. */
	private static final int MOST_SEGMENTS = 1_000_000;

	private final DynamoDbClient dynamo;

	private final AnimeStore store;

	private final Consumer<EntryDigest> reader;

	private final ReentrantLock turn = new ReentrantLock();

	CatalogueScan(DynamoDbClient dynamo, AnimeStore store, Consumer<EntryDigest> reader) {
		this.dynamo = dynamo;
		this.store = store;
		this.reader = reader;
	}

	void read(int atOnce, long expected) throws InterruptedException {
		int segments = segments(expected, atOnce);
		try (ExecutorService pool = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
			List<Future<?>> reading = new ArrayList<>();
			for (int segment = 0; segment < segments; segment++) {
				int number = segment;
				reading.add(pool.submit(() -> readSegment(number, segments)));
			}
			try {
				for (Future<?> segment : reading) {
					segment.get();
				}
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof RetryableFailure failure) ? failure
						: new RetryableFailure("The catalogue cannot be read", ex.getCause());
			}
			finally {
				pool.shutdownNow();
			}
		}
	}

	/** How many segments to read so many entries in. */
	static int segments(long expected, int least) {
		return Math.clamp(expected / ENTRIES_PER_SEGMENT, least, MOST_SEGMENTS);
	}

	private void readSegment(int segment, int segments) {
		@Nullable Map<String, AttributeValue> next = null;
		do {
			@Nullable Map<String, AttributeValue> start = next;
			ScanResponse page = Items
				.calling(() -> this.dynamo.scan((scan) -> scan.overrideConfiguration(Patience.SCANS::limit)
					.tableName(EntryItems.TABLE)
					.indexName(EntryItems.BY_LIFECYCLE)
					.projectionExpression(EntryItems.ANIME_ID + ", " + EntryItems.DIGEST)
					.segment(segment)
					.totalSegments(segments)
					.exclusiveStartKey(start)));
			accept(page.items());
			next = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
		}
		while (next != null && !next.isEmpty());
	}

	private void accept(List<Map<String, AttributeValue>> items) {
		List<EntryDigest> digests = new ArrayList<>(items.size());
		List<AnimeId> without = new ArrayList<>();
		for (Map<String, AttributeValue> item : items) {
			EntryItems.digestOf(item).ifPresentOrElse(digests::add, () -> without.add(EntryItems.idOf(item)));
		}
		this.store.findAllUnhurried(without).values().forEach((entry) -> digests.add(EntryDigest.of(entry)));
		this.turn.lock();
		try {
			digests.forEach(this.reader);
		}
		finally {
			this.turn.unlock();
		}
	}

}

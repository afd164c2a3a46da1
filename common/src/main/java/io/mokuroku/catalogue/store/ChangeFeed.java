package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Which entries were committed when, in the order of their last commits, each once. An
 * entry that is committed again leaves its place for one at the end. Read from an index
 * that lags behind commits, usually by less than a second.
 */
public final class ChangeFeed {

	private static final String UPDATED_AT = "updated_at";

	private final DynamoDbClient dynamo;

	ChangeFeed(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * The next places.
	 * @param after the last place that is known already
	 * @param until only what was committed before this instant
	 * @param most how many at most, at least 1
	 * @return in order; fewer than asked for if there are no more
	 */
	public List<Place> after(Place after, Instant until, int most) {
		List<Place> found = new ArrayList<>();
		for (Lifecycle lifecycle : Lifecycle.values()) {
			found.addAll(after(lifecycle, after, until, most));
		}
		return found.stream().distinct().sorted().limit(most).toList();
	}

	/** At least as many as asked for, and all that have the time of the last. */
	private List<Place> after(Lifecycle lifecycle, Place after, Instant until, int most) {
		List<Place> found = new ArrayList<>();
		QueryRequest query = QueryRequest.builder()
			.tableName(EntryItems.TABLE)
			.indexName(EntryItems.BY_LIFECYCLE)
			.keyConditionExpression("lifecycle = :lifecycle AND " + UPDATED_AT + " BETWEEN :from AND :until")
			.projectionExpression(EntryItems.ANIME_ID + ", " + UPDATED_AT)
			.expressionAttributeValues(
					Map.of(":lifecycle", Items.text(lifecycle.name()), ":from", Items.text(EntryItems.time(after.at())),
							":until", Items.text(EntryItems.time(until.minusMillis(1)))))
			.limit(most + 1)
			.build();
		if (!after.at().isBefore(until)) {
			return found;
		}
		while (true) {
			QueryRequest next = query;
			QueryResponse page = Items.calling(() -> this.dynamo.query(next));
			for (Map<String, AttributeValue> item : page.items()) {
				Place place = new Place(Instant.parse(Items.textOf(item, UPDATED_AT)), EntryItems.idOf(item));
				if (found.size() >= most && !place.at().equals(found.getLast().at())) {
					return found;
				}
				if (place.compareTo(after) > 0) {
					found.add(place);
				}
			}
			if (!page.hasLastEvaluatedKey() || page.lastEvaluatedKey().isEmpty()) {
				return found;
			}
			query = query.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
		}
	}

	/**
	 * A place in the feed.
	 *
	 * @param at when the entry was committed last, in milliseconds
	 * @param id the entry; absent for the place before all of that time
	 */
	public record Place(Instant at, @Nullable AnimeId id) implements Comparable<Place> {

		public Place {
			Objects.requireNonNull(at, "at");
			at = Instant.ofEpochMilli(at.toEpochMilli());
		}

		/** The place before everything that was committed at an instant or later. */
		public static Place before(Instant time) {
			return new Place(time, null);
		}

		@Override
		public int compareTo(Place other) {
			int byTime = this.at.compareTo(other.at);
			return (byTime != 0) ? byTime : name().compareTo(other.name());
		}

		private String name() {
			return (this.id != null) ? this.id.toString() : "";
		}

	}

}

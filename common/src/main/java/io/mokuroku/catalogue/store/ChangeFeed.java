package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.digest.Sha256;
import io.mokuroku.dynamo.Items;
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

	private static final int MARK_BYTES = 8;

	private static final Comparator<Place> ORDER = Comparator.comparing(Place::at).thenComparing(Place::mark);

	private final DynamoDbClient dynamo;

	ChangeFeed(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * The next places.
	 * @param after the last place that is known already
	 * @param until only what was committed before this instant, in whole milliseconds
	 * @param most how many at most, at least 1
	 * @return in order; fewer than asked for if there are no more
	 */
	public List<Commit> after(Place after, Instant until, int most) {
		Instant end = until.truncatedTo(ChronoUnit.MILLIS);
		if (!after.at().isBefore(end)) {
			return List.of();
		}
		List<Commit> found = new ArrayList<>();
		for (Lifecycle lifecycle : Lifecycle.values()) {
			found.addAll(after(lifecycle, after, end, most));
		}
		return found.stream().distinct().sorted(Comparator.comparing(Commit::place)).limit(most).toList();
	}

	/** At least as many as asked for, and all that have the time of the last. */
	private List<Commit> after(Lifecycle lifecycle, Place after, Instant until, int most) {
		List<Commit> found = new ArrayList<>();
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
		while (true) {
			QueryRequest next = query;
			QueryResponse page = Items.calling(() -> this.dynamo.query(next));
			for (Map<String, AttributeValue> item : page.items()) {
				Commit commit = Commit.of(EntryItems.idOf(item), Instant.parse(Items.textOf(item, UPDATED_AT)));
				if (found.size() >= most && !commit.place().at().equals(found.getLast().place().at())) {
					return found;
				}
				if (commit.place().compareTo(after) > 0) {
					found.add(commit);
				}
			}
			if (!page.hasLastEvaluatedKey() || page.lastEvaluatedKey().isEmpty()) {
				return found;
			}
			query = query.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
		}
	}

	/**
	 * The last commit of an entry.
	 *
	 * @param id the entry
	 * @param place where it stands in the feed
	 */
	public record Commit(AnimeId id, Place place) {

		public Commit {
			Objects.requireNonNull(id, "id");
			Objects.requireNonNull(place, "place");
		}

		static Commit of(AnimeId id, Instant at) {
			return new Commit(id, new Place(at, Sha256.beginning(Sha256.of(id.toString()), MARK_BYTES)));
		}

	}

	/**
	 * A place in the feed. Its mark orders what was committed at the same time without
	 * naming the entry that stands there. It is no secret: whoever digests all ids there
	 * may be can tell which one it is.
	 *
	 * @param at when the entry was committed last, in milliseconds
	 * @param mark {@value #MARK_BYTES} bytes of the digest of its id in hexadecimal
	 * digits; empty for the place before all of that time
	 */
	public record Place(Instant at, String mark) implements Comparable<Place> {

		private static final Pattern MARK = Pattern.compile("(?:[0-9a-f]{%d})?".formatted(2 * MARK_BYTES));

		public Place {
			Objects.requireNonNull(at, "at");
			at = Instant.ofEpochMilli(at.toEpochMilli());
			if (!MARK.matcher(mark).matches()) {
				throw new IllegalArgumentException("No mark of a place: " + mark);
			}
		}

		/** The place before everything that was committed at an instant or later. */
		public static Place before(Instant time) {
			return new Place(time, "");
		}

		@Override
		public int compareTo(Place other) {
			return ORDER.compare(this, other);
		}

	}

}

package io.mokuroku.catalogue.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What belongs to an entry and is too large or too private to lie in it: its episodes,
 * what is proposed for it, and what the dataset said of it. Parts are written before the
 * entry that counts on them is committed; writing one again is harmless.
 */
public final class EntryParts {

	private static final String PROPOSAL = "proposal";

	private static final String DATASET_SHADOW = "shadow#dataset";

	private static final String EPISODE = "episode#";

	private final DynamoDbClient dynamo;

	EntryParts(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/** Writes episodes over those of the same numbers. */
	public void putEpisodes(List<Episode> episodes) {
		Items.writeAll(this.dynamo, EntryItems.TABLE, episodes.stream()
			.map((episode) -> WriteRequest.builder()
				.putRequest((put) -> put
					.item(item(episode.animeId(), EPISODE + episode.number().sortKey(), EntryJson.write(episode))))
				.build())
			.toList());
	}

	/** The episodes of an entry, in the order of kinds and numbers. */
	public List<Episode> episodes(AnimeId id) {
		QueryRequest query = QueryRequest.builder()
			.tableName(EntryItems.TABLE)
			.keyConditionExpression("anime_id = :id AND begins_with(part, :episode)")
			.expressionAttributeValues(Map.of(":id", Items.text(id.toString()), ":episode", Items.text(EPISODE)))
			.build();
		return Items.calling(() -> this.dynamo.queryPaginator(query)
			.items()
			.stream()
			.map((item) -> EntryJson.read(Items.textOf(item, EntryItems.BODY), Episode.class))
			.toList());
	}

	/** One episode of an entry. */
	public Optional<Episode> findEpisode(AnimeId id, EpisodeNumber number) {
		return find(id, EPISODE + number.sortKey(), Episode.class);
	}

	/** Keeps the state that is proposed for an entry until a person has decided. */
	public void putProposal(AnimeEntry proposal) {
		put(proposal.id(), PROPOSAL, EntryJson.write(proposal));
	}

	/** What is proposed for an entry. */
	public Optional<AnimeEntry> findProposal(AnimeId id) {
		return find(id, PROPOSAL, AnimeEntry.class);
	}

	/** Forgets what was proposed for an entry. */
	public void removeProposal(AnimeId id) {
		Items.calling(() -> this.dynamo
			.deleteItem((delete) -> delete.tableName(EntryItems.TABLE).key(EntryItems.partKey(id, PROPOSAL))));
	}

	/**
	 * Keeps what the dataset said of an entry once the entry itself says more. A draft is
	 * its own shadow and needs none.
	 */
	public void putDatasetShadow(AnimeEntry draft) {
		put(draft.id(), DATASET_SHADOW, EntryJson.write(draft));
	}

	/** What the dataset said of an enriched entry. */
	public Optional<AnimeEntry> findDatasetShadow(AnimeId id) {
		return find(id, DATASET_SHADOW, AnimeEntry.class);
	}

	private void put(AnimeId id, String part, String body) {
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(EntryItems.TABLE).item(item(id, part, body))));
	}

	private <T> Optional<T> find(AnimeId id, String part, Class<T> type) {
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem(
					(get) -> get.tableName(EntryItems.TABLE).key(EntryItems.partKey(id, part)).consistentRead(true)))
			.item();
		return item.isEmpty() ? Optional.empty()
				: Optional.of(EntryJson.read(Items.textOf(item, EntryItems.BODY), type));
	}

	private static Map<String, AttributeValue> item(AnimeId id, String part, String body) {
		return Map.of(EntryItems.ANIME_ID, Items.text(id.toString()), EntryItems.PART, Items.text(part),
				EntryItems.BODY, Items.text(body));
	}

}

package io.mokuroku.episodes.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.dynamo.Items;
import io.mokuroku.episodes.plan.Look;
import io.mokuroku.episodes.plan.PlannedEpisode;
import io.mokuroku.message.EpisodeAired;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Episodes that were passed on, one item each in the table of jobs, and beside them one
 * for each that has to be looked for again.
 */
final class AiredEpisodes implements EpisodeMemory {

	private static final String TABLE = "jobs";

	private static final String JOB_ID = "job_id";

	private static final String PART = "part";

	private static final String LOOKS = "looks";

	private static final String AIRED_AT = "aired_at";

	private static final String NEXT = "next_at";

	private static final String ASKED_ON = "asked_on";

	private final DynamoDbClient dynamo;

	AiredEpisodes(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	@Override
	public Optional<Instant> findAiring(AnimeId animeId, EpisodeNumber number) {
		return find(key(animeId, number)).map((item) -> instant(item, AIRED_AT));
	}

	@Override
	public void remember(EpisodeAired aired) {
		put(key(aired.animeId(), aired.episode()), Map.of(AIRED_AT, text(aired.airedAt().toString())));
	}

	@Override
	public List<Look> looks() {
		return Items.calling(
				() -> this.dynamo
					.queryPaginator((query) -> query.tableName(TABLE)
						.keyConditionExpression(JOB_ID + " = :looks")
						.expressionAttributeValues(Map.of(":looks", text(LOOKS)))
						.consistentRead(true))
					.items()
					.stream()
					.map(AiredEpisodes::look)
					.toList());
	}

	@Override
	public Optional<Look> findLook(AnimeId animeId, EpisodeNumber number) {
		return find(lookKey(animeId, number)).map(AiredEpisodes::look);
	}

	@Override
	public void keep(Look look) {
		put(lookKey(look.animeId(), EpisodeNumber.regular(look.number())),
				Map.of("anime_id", text(look.animeId().toString()), "number", number(look.number()), AIRED_AT,
						text(look.airedAt().toString()), LOOKS, number(look.count()), NEXT,
						text(look.next().toString())));
	}

	@Override
	public void close(AnimeId animeId, EpisodeNumber number) {
		Items.calling(() -> this.dynamo.deleteItem((delete) -> delete.tableName(TABLE).key(lookKey(animeId, number))));
	}

	/** The day in UTC on which a premiere was last asked for. */
	Optional<LocalDate> findPremiere(AnimeId animeId) {
		return find(premiereKey(animeId)).map((item) -> LocalDate.parse(value(item, ASKED_ON).s()));
	}

	/** Remembers that a premiere was asked for. */
	void rememberPremiere(AnimeId animeId, LocalDate day) {
		put(premiereKey(animeId), Map.of(ASKED_ON, text(day.toString())));
	}

	/**
	 * Those among some episodes that were passed on.
	 * @return the time of airing they were passed on with, by name
	 */
	Map<String, Instant> among(Collection<PlannedEpisode> episodes) {
		Map<Map<String, AttributeValue>, String> names = new HashMap<>();
		episodes.forEach((episode) -> names.put(key(episode.animeId(), EpisodeNumber.regular(episode.number())),
				episode.name()));
		Map<String, Instant> handled = new HashMap<>();
		for (Map<String, AttributeValue> item : Items.readAll(this.dynamo, TABLE, names.keySet())) {
			String name = names.get(Map.of(JOB_ID, value(item, JOB_ID), PART, value(item, PART)));
			if (name != null) {
				handled.put(name, instant(item, AIRED_AT));
			}
		}
		return handled;
	}

	private Optional<Map<String, AttributeValue>> find(Map<String, AttributeValue> key) {
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key).consistentRead(true)).item());
		return item.isEmpty() ? Optional.empty() : Optional.of(item);
	}

	private void put(Map<String, AttributeValue> key, Map<String, AttributeValue> values) {
		Map<String, AttributeValue> item = new HashMap<>(key);
		item.putAll(values);
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE).item(item)));
	}

	private static Look look(Map<String, AttributeValue> item) {
		return new Look(AnimeId.of(value(item, "anime_id").s()), Integer.parseInt(value(item, "number").n()),
				instant(item, AIRED_AT), Integer.parseInt(value(item, LOOKS).n()), instant(item, NEXT));
	}

	private static Instant instant(Map<String, AttributeValue> item, String name) {
		return Instant.parse(value(item, name).s());
	}

	private static AttributeValue value(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		if (value == null) {
			throw new IllegalStateException("Stored episode without " + name);
		}
		return value;
	}

	private static Map<String, AttributeValue> key(AnimeId animeId, EpisodeNumber number) {
		return Map.of(JOB_ID, text("aired#" + animeId), PART, text(number.sortKey()));
	}

	private static Map<String, AttributeValue> premiereKey(AnimeId animeId) {
		return Map.of(JOB_ID, text("aired#" + animeId), PART, text("premiere"));
	}

	private static Map<String, AttributeValue> lookKey(AnimeId animeId, EpisodeNumber number) {
		return Map.of(JOB_ID, text(LOOKS), PART, text(animeId + "#" + number.sortKey()));
	}

	private static AttributeValue text(String value) {
		return AttributeValue.fromS(value);
	}

	private static AttributeValue number(int value) {
		return AttributeValue.fromN(Integer.toString(value));
	}

}

package io.mokuroku.episodes.trigger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.episodes.plan.HandledEpisodes;
import io.mokuroku.episodes.plan.PlannedEpisode;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Episodes that were passed on, one item each in the table of jobs.
 */
final class AiredEpisodes implements EpisodeMemory, HandledEpisodes {

	private static final String TABLE = "jobs";

	private static final String AIRED_AT = "aired_at";

	private static final int MOST_READ = 100;

	private final DynamoDbClient dynamo;

	AiredEpisodes(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	@Override
	public Optional<Instant> findAiring(AnimeId animeId, EpisodeNumber number) {
		try {
			return Optional
				.ofNullable(this.dynamo
					.getItem((get) -> get.tableName(TABLE).key(key(animeId, number)).consistentRead(true))
					.item()
					.get(AIRED_AT))
				.map((value) -> Instant.parse(value.s()));
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Aired episodes cannot be read", ex);
		}
	}

	@Override
	public void remember(EpisodeAired aired) {
		Map<String, AttributeValue> item = new HashMap<>(key(aired.animeId(), aired.episode()));
		item.put(AIRED_AT, AttributeValue.fromS(aired.airedAt().toString()));
		try {
			this.dynamo.putItem((put) -> put.tableName(TABLE).item(item));
		}
		catch (SdkException ex) {
			throw new RetryableFailure("An aired episode cannot be remembered", ex);
		}
	}

	@Override
	public Map<String, Instant> among(Collection<PlannedEpisode> episodes) {
		Map<Map<String, AttributeValue>, String> names = new HashMap<>();
		episodes.forEach((episode) -> names.put(key(episode.animeId(), EpisodeNumber.regular(episode.number())),
				episode.scheduleName()));
		List<Map<String, AttributeValue>> keys = List.copyOf(names.keySet());
		Map<String, Instant> handled = new HashMap<>();
		for (int from = 0; from < keys.size(); from += MOST_READ) {
			for (Map<String, AttributeValue> item : read(keys.subList(from, Math.min(from + MOST_READ, keys.size())))) {
				String name = names.get(Map.of("job_id", value(item, "job_id"), "part", value(item, "part")));
				if (name != null) {
					handled.put(name, Instant.parse(value(item, AIRED_AT).s()));
				}
			}
		}
		return handled;
	}

	private List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
		Map<String, KeysAndAttributes> request = Map.of(TABLE,
				KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
		try {
			return this.dynamo.batchGetItemPaginator((get) -> get.requestItems(request))
				.stream()
				.flatMap((page) -> page.responses().getOrDefault(TABLE, List.of()).stream())
				.toList();
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Aired episodes cannot be read", ex);
		}
	}

	private static AttributeValue value(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		if (value == null) {
			throw new IllegalStateException("Stored episode without " + name);
		}
		return value;
	}

	private static Map<String, AttributeValue> key(AnimeId animeId, EpisodeNumber number) {
		return Map.of("job_id", AttributeValue.fromS("aired#" + animeId), "part",
				AttributeValue.fromS(number.sortKey()));
	}

}

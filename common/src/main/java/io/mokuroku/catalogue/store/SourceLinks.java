package io.mokuroku.catalogue.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which entry a provider's link belongs to: the authority on identity, to be asked before
 * an id is minted. Links are claimed together with their entry by {@link AnimeStore}.
 */
public final class SourceLinks {

	static final String TABLE = "source-links";

	static final String LINK = "link";

	static final String ANIME_ID = "anime_id";

	private final DynamoDbClient dynamo;

	SourceLinks(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/** The entry that holds a link. */
	public Optional<AnimeId> find(SourceLink link) {
		return Optional.ofNullable(findAll(List.of(link)).get(link));
	}

	/** The entries that hold links; a link nobody holds is missing in the answer. */
	public Map<SourceLink, AnimeId> findAll(Collection<SourceLink> links) {
		List<Map<String, AttributeValue>> keys = new LinkedHashSet<>(links).stream().map(SourceLinks::key).toList();
		Map<SourceLink, AnimeId> holders = new HashMap<>();
		for (Map<String, AttributeValue> item : Items.readAll(this.dynamo, TABLE, keys)) {
			holders.put(SourceLink.ofKey(Items.textOf(item, LINK)), AnimeId.of(Items.textOf(item, ANIME_ID)));
		}
		return holders;
	}

	static Map<String, AttributeValue> key(SourceLink link) {
		return Map.of(LINK, Items.text(link.key()));
	}

	static Map<String, AttributeValue> item(SourceLink link, AnimeId holder) {
		return Map.of(LINK, Items.text(link.key()), ANIME_ID, Items.text(holder.toString()));
	}

}

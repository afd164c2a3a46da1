package io.mokuroku.upstream.jikan;

import java.time.Instant;
import java.util.List;

import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Reading;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads any answer of Jikan by its shape.
 */
public final class JikanReading implements Reading {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@Override
	public int read(String endpoint, byte[] body, Notes notes) {
		JsonNode data = JSON.readTree(body).path("data");
		if (endpoint.contains("/producers/")) {
			return -1;
		}
		if (endpoint.matches(".*/episodes/\\d+")) {
			return new JikanEpisodeMapper(notes).episode(JSON.treeToValue(data, JikanEpisodes.Item.class)).isPresent()
					? 1 : 0;
		}
		if (data.has("openings")) {
			return anime(JSON.createObjectNode().put("mal_id", 1).set("theme", data), notes);
		}
		if (data.has("nicknames")) {
			JikanPeople.Item item = new JikanPeople.Item(JSON.treeToValue(data, JikanPeople.Somebody.class), null, null,
					null);
			return new JikanCast(notes).characters(new JikanPeople.Characters(List.of(item))).size();
		}
		if (data.isObject()) {
			return anime(data, notes);
		}
		if (data.path(0).has("seasons")) {
			return -1;
		}
		int all = 0;
		for (JsonNode item : data) {
			if (item.has("entry")) {
				for (JsonNode entry : item.get("entry").isArray() ? item.get("entry") : List.of(item.get("entry"))) {
					all += anime(entry, notes);
				}
			}
			else if (item.has("mal_id")) {
				all += anime(item, notes);
			}
			else {
				ObjectNode anime = JSON.createObjectNode().put("mal_id", 1);
				anime.putArray("external").add(item);
				all += anime(anime, notes);
			}
		}
		return all;
	}

	private static int anime(JsonNode anime, Notes notes) {
		new JikanMapper(notes).facts(JSON.treeToValue(anime, JikanAnime.class), Instant.EPOCH);
		return 1;
	}

}

package io.mokuroku.upstream.anilist;

import java.time.Instant;
import java.util.List;

import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Reading;
import io.mokuroku.upstream.Values;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads answers of AniList about one or many media, with the people in them.
 */
public final class AniListReading implements Reading {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@Override
	public int read(String endpoint, byte[] body, Notes notes) {
		JsonNode answer = JSON.readTree(body);
		JsonNode data = answer.path("data");
		Iterable<JsonNode> all = answer.isArray() ? answer
				: data.has("Media") ? List.of(data.get("Media")) : data.path("Page").path("media");
		int told = 0;
		for (JsonNode node : all) {
			told += media((ObjectNode) node, notes);
		}
		return told;
	}

	private static int media(ObjectNode node, Notes notes) {
		if (node.has("characterPreview")) {
			node.set("characters", node.get("characterPreview"));
		}
		if (node.has("staffPreview")) {
			node.set("staff", node.get("staffPreview"));
		}
		AniListMedia media = JSON.treeToValue(node, AniListMedia.class);
		new AniListMapper(notes).facts(media, Instant.EPOCH);
		int told = 1 + new AniListEpisodes(notes).episodes(media).size();
		AniListCast cast = new AniListCast(notes);
		if (media.characters() != null) {
			told += cast.characters(Values.<AniListPerson.Edge>each(media.characters().edges())).size();
		}
		if (media.staff() != null) {
			told += cast.staff(Values.<AniListPerson.Edge>each(media.staff().edges())).size();
		}
		return told;
	}

}

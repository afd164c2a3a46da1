package io.mokuroku.local.upstream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an episode as a resource of Kitsu's edge API.
 */
final class KitsuEpisode {

	private KitsuEpisode() {
	}

	static ObjectNode resource(String animeId, EpisodeGuide.Episode episode, @Nullable Integer minutes) {
		String id = Integer.toString(InventedIds.of("kitsu-episode", animeId + "/" + episode.number()));
		ObjectNode node = KitsuDocument.resource("episodes", id, "https://kitsu.app/api/edge/episodes/" + id);
		ObjectNode attributes = node.putObject("attributes");
		attributes.putObject("titles")
			.put("en_us", episode.names().english())
			.put("en_jp", episode.names().romaji())
			.put("ja_jp", episode.names().japanese());
		attributes.put("canonicalTitle", episode.names().english())
			.put("seasonNumber", 1)
			.put("number", episode.number())
			.putNull("relativeNumber")
			.putNull("synopsis")
			.put("airdate", (episode.day() != null) ? episode.day().toString() : null)
			.put("length", minutes)
			.putNull("thumbnail");
		return node;
	}

}

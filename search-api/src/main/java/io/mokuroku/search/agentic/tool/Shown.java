package io.mokuroku.search.agentic.tool;

import java.util.List;

import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.SearchHit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model is shown of anime: little, because it pays for every word.
 */
final class Shown {

	private static final int SUBJECTS = 8;

	private static final int SUMMARY = 240;

	private static final int WHOLE = 1_500;

	private Shown() {
	}

	static ObjectNode found(List<SearchHit> hits, List<String> unknown) {
		ObjectNode result = JsonNodeFactory.instance.objectNode();
		ArrayNode anime = result.putArray("anime");
		hits.forEach((hit) -> anime.add(anime(hit.anime(), SUBJECTS, SUMMARY)));
		if (!unknown.isEmpty()) {
			ArrayNode words = result.putArray("words_without_filter");
			unknown.forEach(words::add);
		}
		return result;
	}

	static ObjectNode whole(IndexedAnime anime) {
		ObjectNode result = anime(anime, Integer.MAX_VALUE, WHOLE);
		ArrayNode studios = result.putArray("studios");
		anime.studios().forEach(studios::add);
		return result;
	}

	private static ObjectNode anime(IndexedAnime anime, int subjects, int characters) {
		ObjectNode shown = JsonNodeFactory.instance.objectNode();
		shown.put("id", anime.id().toString());
		shown.put("title", anime.titles().main());
		put(shown, "english", anime.titles().english());
		shown.put("type", anime.type().name());
		shown.put("status", anime.status().name());
		if (anime.year() != null) {
			shown.put("year", anime.year());
		}
		if (anime.episodes() != null) {
			shown.put("episodes", anime.episodes());
		}
		if (anime.score() != null) {
			shown.put("score", Math.round(anime.score() * 10) / 10.0);
		}
		ArrayNode about = shown.putArray("subjects");
		anime.subjects().stream().limit(subjects).forEach(about::add);
		put(shown, "summary", cut(anime.synopsis(), characters));
		return shown;
	}

	private static void put(ObjectNode shown, String name, @Nullable String value) {
		if (value != null) {
			shown.put(name, value);
		}
	}

	private static @Nullable String cut(@Nullable String text, int characters) {
		if (text == null || text.length() <= characters) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
		return text.substring(0, end) + "…";
	}

}

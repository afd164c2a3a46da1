package io.mokuroku.local.upstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a title as Jikan v4 shows it. What is not known is null, an unknown list is
 * empty.
 */
final class JikanAnime {

	private static final String SITE = "https://myanimelist.net/";

	private final Images images;

	private final Standings standings;

	JikanAnime(Images images, Standings standings) {
		this.images = images;
		this.standings = standings;
	}

	/**
	 * Everything, as in {@code /anime/{id}/full}.
	 */
	ObjectNode full(SampleTitle title) {
		ObjectNode node = plain(title);
		node.set("relations", relations(title));
		ObjectNode theme = node.putObject("theme");
		theme.putArray("openings");
		theme.putArray("endings");
		node.putArray("external");
		node.putArray("streaming");
		return node;
	}

	/**
	 * The members of {@code /anime/{id}}.
	 */
	ObjectNode plain(SampleTitle title) {
		ObjectNode node = Answer.object().put("mal_id", title.mal()).put("url", url(title));
		node.set("images", images(title));
		node.set("trailer", noTrailer());
		node.put("approved", true);
		titles(node, title);
		node.put("type", type(title.type())).put("source", title.source());
		node.put("episodes", title.episodes());
		node.put("status", status(title.status())).put("airing", title.status() == SampleTitle.Status.ONGOING);
		node.set("aired", aired(title));
		node.put("duration", duration(title)).put("rating", title.rating());
		figures(node, title);
		node.put("synopsis", title.synopsis()).putNull("background");
		node.put("season", (title.season() != null) ? title.season().name().toLowerCase(Locale.ROOT) : null);
		node.put("year", title.year());
		node.set("broadcast", broadcast(title.broadcast()));
		node.putArray("producers");
		node.putArray("licensors");
		node.set("studios", named("producer", title.studios()));
		node.set("genres", named("genre", title.genres()));
		node.putArray("explicit_genres");
		node.set("themes", named("genre", title.themes()));
		node.set("demographics", named("genre", title.demographics()));
		return node;
	}

	static String url(SampleTitle title) {
		return SITE + "anime/" + title.mal() + "/" + slug(title.title());
	}

	private static String slug(String name) {
		return name.replaceAll("[^\\p{L}\\p{N}]+", "_");
	}

	ObjectNode images(SampleTitle title) {
		ObjectNode node = Answer.object();
		for (String format : List.of("jpg", "webp")) {
			node.putObject(format)
				.put("image_url", this.images.mal(title, "medium"))
				.put("small_image_url", this.images.mal(title, "small"))
				.put("large_image_url", this.images.mal(title, "large"));
		}
		return node;
	}

	private static ObjectNode noTrailer() {
		ObjectNode node = Answer.object().putNull("youtube_id").putNull("url").putNull("embed_url");
		node.putObject("images")
			.putNull("image_url")
			.putNull("small_image_url")
			.putNull("medium_image_url")
			.putNull("large_image_url")
			.putNull("maximum_image_url");
		return node;
	}

	private static void titles(ObjectNode node, SampleTitle title) {
		ArrayNode titles = node.putArray("titles");
		titles.addObject().put("type", "Default").put("title", title.title());
		title.synonyms().forEach((synonym) -> titles.addObject().put("type", "Synonym").put("title", synonym));
		if (title.japanese() != null) {
			titles.addObject().put("type", "Japanese").put("title", title.japanese());
		}
		if (title.english() != null) {
			titles.addObject().put("type", "English").put("title", title.english());
		}
		node.put("title", title.title()).put("title_english", title.english()).put("title_japanese", title.japanese());
		ArrayNode synonyms = node.putArray("title_synonyms");
		title.synonyms().forEach(synonyms::add);
	}

	private static String type(SampleTitle.Type type) {
		return switch (type) {
			case TV -> "TV";
			case MOVIE -> "Movie";
			case OVA -> "OVA";
			case ONA -> "ONA";
			case SPECIAL -> "Special";
			case MUSIC -> "Music";
		};
	}

	private static String status(SampleTitle.Status status) {
		return switch (status) {
			case FINISHED -> "Finished Airing";
			case ONGOING -> "Currently Airing";
			case UPCOMING -> "Not yet aired";
		};
	}

	private static ObjectNode aired(SampleTitle title) {
		PartialDay from = PartialDay.parse(title.airedFrom());
		PartialDay to = PartialDay.parse(title.airedTo());
		PartialDay last = (to != null && to.equals(from)) ? null : to;
		ObjectNode node = Answer.object().put("from", midnight(from)).put("to", midnight(last));
		ObjectNode parts = node.putObject("prop");
		parts.set("from", parts(from));
		parts.set("to", parts(last));
		String words = (from != null) ? from.inWords() : "Not available";
		boolean open = from != null && to == null && title.status() == SampleTitle.Status.ONGOING;
		return node.put("string", words + ((last != null) ? " to " + last.inWords() : open ? " to ?" : ""));
	}

	/**
	 * A day is written as an instant at midnight UTC, though it means the day in Japan.
	 */
	private static @Nullable String midnight(@Nullable PartialDay day) {
		return (day != null) ? day.day() + "T00:00:00+00:00" : null;
	}

	private static ObjectNode parts(@Nullable PartialDay day) {
		if (day == null) {
			return Answer.object().putNull("day").putNull("month").putNull("year");
		}
		return Answer.object()
			.put("day", day.day().getDayOfMonth())
			.put("month", day.day().getMonthValue())
			.put("year", day.day().getYear());
	}

	private static String duration(SampleTitle title) {
		Integer minutes = title.durationMinutes();
		if (minutes == null) {
			return "Unknown";
		}
		String hours = (minutes >= 60) ? minutes / 60 + " hr" : "";
		String rest = (minutes % 60 > 0 || minutes == 0) ? minutes % 60 + " min" : "";
		boolean single = title.episodes() != null && title.episodes() == 1;
		return (hours + " " + rest).strip() + (single ? "" : " per ep");
	}

	private void figures(ObjectNode node, SampleTitle title) {
		node.put("score", title.score());
		node.put("scored_by", title.scoredBy());
		node.put("rank", this.standings.byScore(title));
		node.put("popularity", this.standings.byMembers(title));
		node.put("members", title.members());
		node.put("favorites", (title.members() != null) ? title.members() / 60 : 0);
	}

	private static ObjectNode broadcast(SampleTitle.@Nullable Slot slot) {
		if (slot == null) {
			return Answer.object().putNull("day").putNull("time").putNull("timezone").putNull("string");
		}
		return Answer.object()
			.put("day", slot.day())
			.put("time", slot.time())
			.put("timezone", "Asia/Tokyo")
			.put("string", slot.day() + " at " + slot.time() + " (JST)");
	}

	private static ArrayNode named(String kind, List<String> names) {
		return list(names, (name) -> {
			int id = InventedIds.of(kind, name);
			return Answer.object()
				.put("mal_id", id)
				.put("type", "anime")
				.put("name", name)
				.put("url", SITE + "anime/" + kind + "/" + id + "/" + slug(name));
		});
	}

	private static ArrayNode relations(SampleTitle title) {
		Map<String, List<SampleTitle.Related>> groups = new LinkedHashMap<>();
		title.related()
			.forEach((related) -> groups.computeIfAbsent(related.relation(), (key) -> new ArrayList<>()).add(related));
		return list(List.copyOf(groups.entrySet()), (group) -> {
			ObjectNode node = Answer.object().put("relation", group.getKey());
			node.set("entry",
					list(group.getValue(),
							(related) -> Answer.object()
								.put("mal_id", related.mal())
								.put("type", "anime")
								.put("name", related.title())
								.put("url", SITE + "anime/" + related.mal() + "/" + slug(related.title()))));
			return node;
		});
	}

	static <T> ArrayNode list(List<T> items, Function<T, ObjectNode> writer) {
		ArrayNode array = Answer.object().putArray("list");
		items.forEach((item) -> array.add(writer.apply(item)));
		return array;
	}

}

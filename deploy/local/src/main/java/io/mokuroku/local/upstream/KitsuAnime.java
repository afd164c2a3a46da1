package io.mokuroku.local.upstream;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a title as a resource of Kitsu's edge API. Some numbers are strings, as they are
 * there.
 */
final class KitsuAnime {

	private static final String SITE = "https://kitsu.app/api/edge/";

	private static final String CREATED = "2013-02-20T16:00:00.000Z";

	private static final DateTimeFormatter RELEASE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx",
			Locale.ROOT);

	private final Images images;

	private final Standings standings;

	KitsuAnime(Images images, Standings standings) {
		this.images = images;
		this.standings = standings;
	}

	/**
	 * The resource object.
	 * @param included which of genres, categories and mappings the client wants linked
	 */
	ObjectNode resource(SampleTitle title, long id, Set<String> included, Instant now) {
		ObjectNode node = KitsuDocument.resource("anime", Long.toString(id), SITE + "anime/" + id);
		node.set("attributes", attributes(title, now));
		ObjectNode relationships = node.putObject("relationships");
		for (String name : List.of("genres", "categories", "mappings", "episodes", "mediaRelationships")) {
			ObjectNode relationship = relationships.putObject(name);
			relationship.putObject("links")
				.put("self", SITE + "anime/" + id + "/relationships/" + name)
				.put("related", SITE + "anime/" + id + "/" + name);
			if (included.contains(name)) {
				ArrayNode data = relationship.putArray("data");
				related(title, id, name).forEach((resource) -> data.addObject()
					.put("type", resource.get("type").stringValue())
					.put("id", resource.get("id").stringValue()));
			}
		}
		return node;
	}

	/**
	 * The resources on the other side of a relationship.
	 */
	List<ObjectNode> related(SampleTitle title, long id, String name) {
		return switch (name) {
			case "genres" -> title.genres().stream().map(KitsuAnime::genre).toList();
			case "categories" -> Stream.of(title.genres(), title.themes(), title.demographics())
				.flatMap(List::stream)
				.distinct()
				.map(KitsuAnime::category)
				.toList();
			case "mappings" -> mappings(title, id);
			default -> List.of();
		};
	}

	private static ObjectNode genre(String name) {
		String id = Integer.toString(InventedIds.of("kitsu-genre", name));
		ObjectNode node = KitsuDocument.resource("genres", id, SITE + "genres/" + id);
		node.putObject("attributes").put("name", name).put("slug", slug(name)).putNull("description");
		return node;
	}

	private static ObjectNode category(String name) {
		String id = Integer.toString(InventedIds.of("kitsu-category", name));
		ObjectNode node = KitsuDocument.resource("categories", id, SITE + "categories/" + id);
		node.putObject("attributes")
			.put("title", name)
			.put("slug", slug(name))
			.putNull("description")
			.put("nsfw", false);
		return node;
	}

	private static List<ObjectNode> mappings(SampleTitle title, long id) {
		List<ObjectNode> mappings = new ArrayList<>();
		mapping(mappings, id, "myanimelist/anime", title.mal());
		mapping(mappings, id, "anilist/anime", title.anilist());
		mapping(mappings, id, "anidb", title.anidb());
		return mappings;
	}

	private static void mapping(List<ObjectNode> mappings, long id, String site, @Nullable Long externalId) {
		if (externalId != null) {
			String mapping = Integer.toString(InventedIds.of("kitsu-mapping", id + site));
			ObjectNode node = KitsuDocument.resource("mappings", mapping, SITE + "mappings/" + mapping);
			node.putObject("attributes").put("externalSite", site).put("externalId", Long.toString(externalId));
			mappings.add(node);
		}
	}

	private ObjectNode attributes(SampleTitle title, Instant now) {
		ObjectNode node = Answer.object().put("createdAt", CREATED).put("updatedAt", CREATED);
		node.put("slug", slug(title.title()));
		node.put("synopsis", title.synopsis()).put("description", title.synopsis()).put("coverImageTopOffset", 0);
		titles(node, title);
		figures(node, title);
		node.put("startDate", day(title.airedFrom())).put("endDate", day(title.airedTo()));
		node.put("nextRelease", new EpisodeGuide(title, now).next().map(RELEASE::format).orElse(null));
		node.put("popularityRank", this.standings.byMembers(title)).put("ratingRank", this.standings.byScore(title));
		rating(node, title.rating());
		node.put("subtype", subtype(title.type())).put("status", status(title)).putNull("tba");
		ObjectNode poster = node.putObject("posterImage");
		for (String size : List.of("tiny", "large", "small", "medium", "original")) {
			poster.put(size, this.images.kitsu(title, size));
		}
		node.putNull("coverImage");
		Integer count = episodeCount(title);
		Integer minutes = title.durationMinutes();
		node.put("episodeCount", count).put("episodeLength", minutes);
		node.put("totalLength", (count != null && minutes != null) ? Integer.valueOf(count * minutes) : null);
		return node.putNull("youtubeVideoId").put("showType", subtype(title.type())).put("nsfw", false);
	}

	private static void titles(ObjectNode node, SampleTitle title) {
		ObjectNode titles = node.putObject("titles");
		if (title.english() != null) {
			titles.put("en", title.english());
		}
		titles.put("en_jp", title.title());
		if (title.japanese() != null) {
			titles.put("ja_jp", title.japanese());
		}
		node.put("canonicalTitle", title.title());
		ArrayNode abbreviated = node.putArray("abbreviatedTitles");
		title.synonyms().forEach(abbreviated::add);
	}

	/**
	 * Its users vote a little lower. A key of the frequencies is twice the score.
	 */
	private static void figures(ObjectNode node, SampleTitle title) {
		ObjectNode frequencies = Answer.object();
		long users = Objects.requireNonNullElse(title.members(), 0L) / 20;
		if (title.score() == null) {
			node.putNull("averageRating");
		}
		else {
			double mean = title.score() * 0.96;
			node.put("averageRating", String.format(Locale.ROOT, "%.2f", mean * 10));
			for (int key = 2; key <= 20; key++) {
				double distance = key / 2d - mean;
				frequencies.put(Integer.toString(key),
						Long.toString(Math.round(users * 0.2 * Math.exp(-distance * distance / 2))));
			}
		}
		node.set("ratingFrequencies", frequencies);
		node.put("userCount", users).put("favoritesCount", users / 50);
	}

	private static @Nullable String day(@Nullable String text) {
		PartialDay day = PartialDay.parse(text);
		return (day != null) ? day.day().toString() : null;
	}

	private static void rating(ObjectNode node, @Nullable String rating) {
		int dash = (rating != null) ? rating.indexOf(" - ") : -1;
		if (rating == null || dash < 0) {
			node.putNull("ageRating").putNull("ageRatingGuide");
			return;
		}
		node.put("ageRating", switch (rating.substring(0, dash)) {
			case "G" -> "G";
			case "PG", "PG-13" -> "PG";
			case "Rx" -> "R18";
			default -> "R";
		});
		node.put("ageRatingGuide", rating.substring(dash + 3));
	}

	private static String subtype(SampleTitle.Type type) {
		return switch (type) {
			case TV, OVA, ONA -> type.name();
			case MOVIE, SPECIAL, MUSIC -> type.name().toLowerCase(Locale.ROOT);
		};
	}

	private static String status(SampleTitle title) {
		return switch (title.status()) {
			case FINISHED -> "finished";
			case ONGOING -> "current";
			case UPCOMING -> (title.airedFrom() != null) ? "upcoming" : "tba";
		};
	}

	/**
	 * The number of episodes this provider gives, which may be wrong on purpose.
	 */
	static @Nullable Integer episodeCount(SampleTitle title) {
		SampleTitle.Conflict conflict = title.conflict();
		return (conflict != null && conflict.kitsuEpisodeCount() != null) ? conflict.kitsuEpisodeCount()
				: title.episodes();
	}

	static String slug(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
	}

}

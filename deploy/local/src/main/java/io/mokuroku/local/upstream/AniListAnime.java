package io.mokuroku.local.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a title as AniList shows it. Its ids of related titles are not known, so only
 * those at MyAnimeList are told.
 */
final class AniListAnime {

	private static final Duration AHEAD = Duration.ofDays(60);

	private final Images images;

	AniListAnime(Images images) {
		this.images = images;
	}

	/** All members the catalogue asks for. */
	ObjectNode media(SampleTitle title, Instant now) {
		ObjectNode node = brief(title);
		ArrayNode synonyms = node.putArray("synonyms");
		title.synonyms().forEach(synonyms::add);
		node.put("format", (title.type() == SampleTitle.Type.TV) ? "TV" : title.type().name());
		node.put("description", title.synopsis());
		node.set("startDate", date(title.airedFrom()));
		node.set("endDate", date(title.airedTo()));
		node.put("season", (title.season() != null) ? title.season().name() : null).put("seasonYear", title.year());
		node.put("countryOfOrigin", "JP").put("source", source(title.source())).putNull("trailer");
		ObjectNode cover = node.putObject("coverImage");
		List.of("extraLarge", "large", "medium").forEach((size) -> cover.put(size, this.images.aniList(title, size)));
		node.put("bannerImage", this.images.aniList(title, "banner"));
		ArrayNode genres = node.putArray("genres");
		title.genres().forEach(genres::add);
		figures(node, title);
		tags(node.putArray("tags"), title);
		node.putObject("relations").putArray("edges");
		ArrayNode studios = node.putObject("studios").putArray("edges");
		title.studios()
			.forEach((studio) -> studios.addObject()
				.put("isMain", true)
				.putObject("node")
				.put("id", InventedIds.of("anilist-studio", studio))
				.put("name", studio));
		node.putArray("externalLinks");
		node.putArray("rankings");
		episodes(node, title, now);
		return node;
	}

	/** What a row of the airing calendar tells of its title. */
	static ObjectNode brief(SampleTitle title) {
		ObjectNode node = Answer.object().put("id", title.anilist()).put("idMal", title.mal());
		node.putObject("title")
			.put("romaji", title.title())
			.put("english", title.english())
			.put("native", title.japanese());
		return node.put("status", switch (title.status()) {
			case FINISHED -> "FINISHED";
			case ONGOING -> "RELEASING";
			case UPCOMING -> "NOT_YET_RELEASED";
		}).put("episodes", episodes(title)).put("duration", title.durationMinutes()).put("isAdult", false);
	}

	static ObjectNode airing(EpisodeGuide.Airing airing) {
		return Answer.object()
			.put("id", airing.at().getEpochSecond())
			.put("airingAt", airing.at().getEpochSecond())
			.put("episode", airing.number());
	}

	private static @Nullable Integer episodes(SampleTitle title) {
		SampleTitle.Conflict conflict = title.conflict();
		return (conflict != null && conflict.kitsuEpisodeCount() != null)
				? Integer.valueOf(conflict.kitsuEpisodeCount() + 2) : title.episodes();
	}

	/** Streaming titles of the newest episodes, and what is still to come. */
	private static void episodes(ObjectNode node, SampleTitle title, Instant now) {
		EpisodeGuide guide = new EpisodeGuide(title, now);
		ArrayNode streaming = node.putArray("streamingEpisodes");
		List<EpisodeGuide.Episode> aired = guide.aired();
		for (EpisodeGuide.Episode episode : aired.subList(Math.max(0, aired.size() - 12), aired.size())) {
			streaming.addObject()
				.put("title", "Episode " + episode.number() + " - " + episode.names().english())
				.putNull("thumbnail")
				.put("url", "https://example.org/watch/" + title.anilist() + "/" + episode.number())
				.put("site", "Example Stream");
		}
		List<EpisodeGuide.Airing> next = guide.between(now, now.plus(AHEAD));
		node.set("nextAiringEpisode", next.isEmpty() ? null : airing(next.getFirst()));
		node.putObject("airingSchedule").set("nodes", JikanAnime.list(next, AniListAnime::airing));
	}

	/** Its users vote a little lower, too; its popularity is a number of people. */
	private static void figures(ObjectNode node, SampleTitle title) {
		long people = Objects.requireNonNullElse(title.members(), 0L) / 3;
		Integer score = (title.score() != null) ? Integer.valueOf((int) Math.round(title.score() * 9.8)) : null;
		node.put("averageScore", score)
			.put("meanScore", score)
			.put("popularity", people)
			.put("favourites", people / 40);
		ObjectNode stats = node.putObject("stats");
		ArrayNode scores = stats.putArray("scoreDistribution");
		for (int step = 10; score != null && step <= 100; step += 10) {
			double distance = (step - score) / 10d;
			scores.addObject()
				.put("score", step)
				.put("amount", Math.round(people * 0.15 * Math.exp(-distance * distance / 2)));
		}
		stats.putArray("statusDistribution").addObject().put("status", "PLANNING").put("amount", people / 4);
	}

	private static void tags(ArrayNode tags, SampleTitle title) {
		title.themes()
			.forEach((theme) -> tags.addObject()
				.put("name", theme)
				.putNull("description")
				.put("category", "Theme-Other")
				.put("rank", 80)
				.put("isGeneralSpoiler", false)
				.put("isMediaSpoiler", false)
				.put("isAdult", false));
	}

	private static ObjectNode date(@Nullable String text) {
		PartialDay day = PartialDay.parse(text);
		int length = (text != null) ? text.length() : 0;
		ObjectNode node = Answer.object();
		node.put("year", (day != null) ? day.day().getYear() : null);
		node.put("month", (day != null && length > 4) ? day.day().getMonthValue() : null);
		return node.put("day", (day != null && length > 7) ? day.day().getDayOfMonth() : null);
	}

	/** {@code Light novel} is {@code LIGHT_NOVEL}; what it has no word for is OTHER. */
	private static @Nullable String source(@Nullable String source) {
		if (source == null) {
			return null;
		}
		String word = source.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
		return switch (word) {
			case "MANGA", "LIGHT_NOVEL", "NOVEL", "VISUAL_NOVEL", "ORIGINAL", "WEB_NOVEL" -> word;
			case "GAME" -> "VIDEO_GAME";
			case "WEB_MANGA" -> "MANGA";
			default -> "OTHER";
		};
	}

}

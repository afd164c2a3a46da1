package io.mokuroku.local.upstream;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers what is asked of MyAnimeList through Jikan v4.
 */
final class JikanAnswers {

	private static final Pattern PATH = Pattern.compile("/anime/(\\d{1,18})(?:/([a-z]+)(?:/(\\d{1,9}))?)?");

	private static final String PAGE = "[1-9]\\d{0,5}";

	private static final int EPISODES_PER_PAGE = 100;

	private static final int TITLES_PER_PAGE = 25;

	private final Map<Long, SampleTitle> titles;

	private final JikanAnime anime;

	private final JikanPeople people;

	private final InstantSource clock;

	JikanAnswers(Map<Long, SampleTitle> titles, Images images, InstantSource clock) {
		this.titles = titles;
		this.anime = new JikanAnime(images, new Standings(List.copyOf(titles.values())));
		this.people = new JikanPeople(images);
		this.clock = clock;
	}

	Answer answer(String path, Map<String, String> query) {
		if (path.equals("/schedules")) {
			return schedules(query);
		}
		Matcher parts = PATH.matcher(path);
		if (!parts.matches()) {
			return error(404, "HttpException", "Not Found", null);
		}
		SampleTitle title = this.titles.get(Long.parseLong(parts.group(1)));
		if (title == null) {
			return missing("anime/" + parts.group(1) + "/");
		}
		String resource = (parts.group(2) != null) ? parts.group(2) : "";
		if (parts.group(3) != null) {
			return resource.equals("episodes") ? episode(title, Integer.parseInt(parts.group(3)))
					: error(404, "HttpException", "Not Found", null);
		}
		return switch (resource) {
			case "" -> data(this.anime.plain(title));
			case "full" -> data(this.anime.full(title));
			case "episodes" -> episodes(title, query.getOrDefault("page", "1"));
			case "characters" -> data(JikanAnime.list(InventedCast.of(title).characters(), this.people::character));
			case "staff" -> data(JikanAnime.list(InventedCast.of(title).staff(), this.people::staff));
			case "statistics" -> data(JikanStatistics.of(title));
			case "pictures" -> data(JikanAnime.list(List.of(title), this.anime::images));
			case "videos" -> data(noVideos());
			default -> error(404, "HttpException", "Not Found", null);
		};
	}

	/** The running titles of a day of the week in Japan, or of all; 25 a page. */
	private Answer schedules(Map<String, String> query) {
		String day = query.getOrDefault("filter", "");
		String page = query.getOrDefault("page", "1");
		if (!page.matches(PAGE)) {
			return invalid();
		}
		List<SampleTitle> all = this.titles.values()
			.stream()
			.filter((title) -> title.status() == SampleTitle.Status.ONGOING && title.broadcast() != null
					&& title.broadcast().day().toLowerCase(Locale.ROOT).startsWith(day))
			.toList();
		int number = Integer.parseInt(page);
		int from = Math.min(all.size(), (number - 1) * TITLES_PER_PAGE);
		int to = Math.min(all.size(), number * TITLES_PER_PAGE);
		ObjectNode body = Answer.object();
		ObjectNode pagination = body.putObject("pagination");
		pagination.put("last_visible_page", Math.max(1, Math.ceilDiv(all.size(), TITLES_PER_PAGE)))
			.put("has_next_page", to < all.size())
			.put("current_page", number)
			.putObject("items")
			.put("count", to - from)
			.put("total", all.size())
			.put("per_page", TITLES_PER_PAGE);
		body.set("data", JikanAnime.list(all.subList(from, to), this.anime::plain));
		return Answer.json(200, "application/json", body);
	}

	private static ObjectNode noVideos() {
		ObjectNode node = Answer.object();
		List.of("promo", "episodes", "music_videos").forEach(node::putArray);
		return node;
	}

	private static Answer invalid() {
		return error(400, "ValidationException", "Invalid or incomplete request. Make sure your request is correct.",
				null);
	}

	private Answer episodes(SampleTitle title, String page) {
		if (!page.matches(PAGE)) {
			return invalid();
		}
		int number = Integer.parseInt(page);
		List<EpisodeGuide.Episode> all = listed(title);
		int from = Math.min(all.size(), (number - 1) * EPISODES_PER_PAGE);
		int to = Math.min(all.size(), number * EPISODES_PER_PAGE);
		ObjectNode body = Answer.object();
		ObjectNode pagination = body.putObject("pagination");
		pagination.put("last_visible_page", Math.max(1, Math.ceilDiv(all.size(), EPISODES_PER_PAGE)));
		pagination.put("has_next_page", to < all.size());
		body.set("data", JikanAnime.list(all.subList(from, to), (episode) -> inList(title, episode)));
		return Answer.json(200, "application/json", body);
	}

	/**
	 * MyAnimeList keeps no episode lists for films and music.
	 */
	private List<EpisodeGuide.Episode> listed(SampleTitle title) {
		return switch (title.type()) {
			case MOVIE, MUSIC -> List.of();
			case TV, OVA, ONA, SPECIAL -> new EpisodeGuide(title, this.clock.instant()).aired();
		};
	}

	private static ObjectNode inList(SampleTitle title, EpisodeGuide.Episode episode) {
		ObjectNode node = named(episode, JikanAnime.url(title) + "/episode/" + episode.number());
		node.put("aired", (episode.day() != null) ? episode.day() + "T00:00:00+00:00" : null);
		if (title.score() != null) {
			node.put("score", Math.round(title.score() * 50) / 100d);
		}
		else {
			node.putNull("score");
		}
		return node.put("filler", false).put("recap", false).putNull("forum_url");
	}

	/**
	 * In this call the day is written with the offset of Japan, unlike in the list.
	 */
	private Answer episode(SampleTitle title, int number) {
		List<EpisodeGuide.Episode> all = listed(title);
		if (number < 1 || number > all.size()) {
			return missing("anime/" + title.mal() + "/_/episode/" + number);
		}
		EpisodeGuide.Episode episode = all.get(number - 1);
		ObjectNode node = named(episode, JikanAnime.url(title) + "/episode/" + number);
		node.put("duration", (title.durationMinutes() != null) ? title.durationMinutes() * 60 : null);
		node.put("aired", (episode.day() != null) ? episode.day() + "T00:00:00+09:00" : null);
		return data(node.put("filler", false).put("recap", false).putNull("synopsis"));
	}

	private static ObjectNode named(EpisodeGuide.Episode episode, String url) {
		return Answer.object()
			.put("mal_id", episode.number())
			.put("url", url)
			.put("title", episode.names().english())
			.put("title_japanese", episode.names().japanese())
			.put("title_romanji", episode.names().romaji());
	}

	private static Answer data(JsonNode data) {
		ObjectNode body = Answer.object();
		body.set("data", data);
		return Answer.json(200, "application/json", body);
	}

	private static Answer missing(String page) {
		return error(404, "BadResponseException", "Resource does not exist", "404 on https://myanimelist.net/" + page);
	}

	static Answer error(int status, String type, String message, @Nullable String error) {
		ObjectNode body = Answer.object().put("status", status).put("type", type).put("message", message);
		return Answer.json(status, "application/json", body.put("error", error));
	}

}

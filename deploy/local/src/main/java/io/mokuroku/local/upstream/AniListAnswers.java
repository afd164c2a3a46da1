package io.mokuroku.local.upstream;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers what is asked of AniList. It does not read GraphQL: of a query it looks for the
 * field that is asked for, takes the variables and gives all members it has.
 */
final class AniListAnswers {

	private static final int PEOPLE_PER_PAGE = 25;

	private static final int AIRINGS_PER_PAGE = 50;

	private final Map<Long, SampleTitle> titles = new LinkedHashMap<>();

	private final AniListAnime anime;

	private final AniListPeople people;

	private final InstantSource clock;

	AniListAnswers(List<SampleTitle> titles, Images images, InstantSource clock) {
		titles.forEach((title) -> {
			if (title.anilist() != null) {
				this.titles.put(title.anilist(), title);
			}
		});
		this.anime = new AniListAnime(images);
		this.people = new AniListPeople(images);
		this.clock = clock;
	}

	Answer answer(byte[] body) {
		JsonNode asked;
		try {
			asked = JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			return error(400, "Invalid JSON");
		}
		String query = asked.path("query").asString("");
		JsonNode variables = asked.path("variables");
		int page = Math.max(1, variables.path("page").asInt(1));
		if (query.contains("airingSchedules(")) {
			return airings(variables.path("from").asLong(), variables.path("to").asLong(), page);
		}
		SampleTitle title = this.titles.get(variables.path("id").asLong(-1));
		if (title == null) {
			return error(404, "Not Found.");
		}
		if (query.contains("characters(")) {
			return people(title, "characters", InventedCast.of(title).characters(), page, this.people::character);
		}
		if (query.contains("staff(")) {
			return people(title, "staff", InventedCast.of(title).staff(), page, this.people::staff);
		}
		return media(this.anime.media(title, this.clock.instant()));
	}

	/** Both bounds are exclusive, in seconds. */
	private Answer airings(long from, long to, int page) {
		List<Broadcast> all = new ArrayList<>();
		this.titles.forEach((id, title) -> new EpisodeGuide(title, this.clock.instant())
			.between(Instant.ofEpochSecond(from + 1), Instant.ofEpochSecond(to))
			.forEach((airing) -> all.add(new Broadcast(title, airing))));
		all.sort(Comparator.comparing((broadcast) -> broadcast.airing().at()));
		ObjectNode data = Answer.object();
		paged(data.putObject("Page"), "airingSchedules", all, page, AIRINGS_PER_PAGE, (broadcast) -> {
			ObjectNode node = AniListAnime.airing(broadcast.airing());
			node.put("mediaId", broadcast.title().anilist()).set("media", AniListAnime.brief(broadcast.title()));
			return node;
		});
		return found(data);
	}

	private static <T> Answer people(SampleTitle title, String name, List<T> all, int page,
			Function<T, ObjectNode> writer) {
		ObjectNode media = Answer.object().put("id", title.anilist());
		paged(media.putObject(name), "edges", all, page, PEOPLE_PER_PAGE, writer);
		return media(media);
	}

	private static <T> void paged(ObjectNode into, String name, List<T> all, int page, int perPage,
			Function<T, ObjectNode> writer) {
		int from = (int) Math.min(all.size(), (page - 1L) * perPage);
		int to = Math.min(all.size(), from + perPage);
		into.putObject("pageInfo").put("hasNextPage", to < all.size());
		into.set(name, JikanAnime.list(all.subList(from, to), writer));
	}

	private static Answer media(ObjectNode media) {
		ObjectNode data = Answer.object();
		data.set("Media", media);
		return found(data);
	}

	private static Answer found(ObjectNode data) {
		ObjectNode body = Answer.object();
		body.set("data", data);
		return Answer.json(200, "application/json", body);
	}

	static Answer error(int status, String message) {
		ObjectNode body = Answer.object();
		ArrayNode errors = body.putArray("errors");
		errors.addObject().put("message", message).put("status", status);
		body.putObject("data").putNull("Media");
		return Answer.json(status, "application/json", body);
	}

	private record Broadcast(SampleTitle title, EpisodeGuide.Airing airing) {
	}

}

package io.mokuroku.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.anidb.AniDbSource;
import io.mokuroku.upstream.anilist.AniListSource;
import io.mokuroku.upstream.animeschedule.AnimeScheduleSource;
import io.mokuroku.upstream.jikan.JikanSource;
import io.mokuroku.upstream.kitsu.KitsuSource;
import io.mokuroku.upstream.mal.MalSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the clients really send, and that they read what comes back.
 */
class SourceRequestsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final SourceLink MAL = SourceLink.ofKey("MYANIMELIST#990041");

	private final NotesOfTests heard = new NotesOfTests();

	private final List<String> asked = new ArrayList<>();

	private final Map<String, String> answers = new HashMap<>();

	private HttpServer server;

	@BeforeEach
	void listen() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void close() {
		this.server.stop(0);
	}

	@Test
	void asksJikanByResources() {
		this.answers.put("/anime/990041/full", "jikan/anime.json");
		this.answers.put("/anime/990041/episodes?page=1", "jikan/episodes.json");
		this.answers.put("/anime/990041/episodes/1", "jikan/episode.json");
		this.answers.put("/anime/990041/characters", "jikan/characters.json");
		this.answers.put("/anime/990041/staff", "jikan/staff.json");
		this.answers.put("/anime/990041/statistics", "jikan/statistics.json");
		JikanSource jikan = new JikanSource(api("jikan", Dialects.http()), this.heard);
		assertThat(jikan.find(MAL)).get().extracting(AnimeFacts::fetchedAt).isEqualTo(NOW);
		assertThat(jikan.episodes(MAL)).hasSize(1);
		assertThat(jikan.findEpisode(MAL, 1)).isPresent();
		assertThat(jikan.findEpisode(MAL, 2)).isEmpty();
		assertThat(jikan.characters(MAL)).hasSize(1);
		assertThat(jikan.staff(MAL)).hasSize(1);
		assertThat(jikan.findDistribution(MAL)).isPresent();
	}

	@Test
	void asksMyAnimeListForFieldsByName() {
		this.answers.put("/anime/990041", "mal/anime.json");
		assertThat(new MalSource(api("mal", Dialects.myAnimeList()), this.heard).find(MAL)).isPresent();
		assertThat(this.asked).singleElement().asString().contains("fields=id,title,").contains("related_anime");
	}

	@Test
	void asksKitsuForAllAboutAnAnimeAtOnce() {
		SourceLink link = SourceLink.ofKey("KITSU#990031");
		this.answers.put("/anime?filter[id]=990031", "kitsu/anime.json");
		this.answers.put("/episodes", "kitsu/episodes.json");
		this.answers.put("/anime/990031/characters", "kitsu/voices.json");
		this.answers.put("/anime/990031/staff", "kitsu/staff.json");
		KitsuSource kitsu = new KitsuSource(api("kitsu", Dialects.http()), this.heard);
		assertThat(kitsu.find(link)).isPresent();
		assertThat(this.asked.getFirst()).contains("mediaRelationships.destination")
			.contains("streamingLinks.streamer");
		assertThat(kitsu.findEpisode(link, 1)).isPresent();
		assertThat(this.asked.getLast()).contains("page[limit]=20&page[offset]=0").contains("sort=number");
		assertThat(kitsu.characters(link)).hasSize(1);
		assertThat(kitsu.staff(link)).hasSize(1);
	}

	@Test
	void asksAniListForOneAnimeOrForTimes() {
		SourceLink link = SourceLink.ofKey("ANILIST#990011");
		AniListSource anilist = new AniListSource(api("anilist", Dialects.aniList()), this.heard);
		this.answers.put("", "anilist/media.json");
		assertThat(anilist.find(link)).isPresent();
		assertThat(this.asked.getLast()).contains("Media(id:$id,type:ANIME)").contains("\"id\":990011");
		assertThat(anilist.findEpisode(link, 1)).isPresent();
		this.answers.put("", "anilist/schedules.json");
		assertThat(anilist.between(ReleaseKind.RAW, NOW, NOW.plusSeconds(60))).hasSize(1);
		assertThat(this.asked.getLast()).contains("\"from\":" + (NOW.getEpochSecond() - 1))
			.contains("\"to\":" + (NOW.getEpochSecond() + 60));
		assertThat(anilist.between(ReleaseKind.DUB, NOW, NOW.plusSeconds(60))).isEmpty();
	}

	@Test
	void takesOnlyAHitOfAnimeScheduleThatLeadsBack() {
		AnimeScheduleSource schedule = new AnimeScheduleSource(api("animeschedule", Dialects.http()), this.heard);
		this.answers.put("/anime?mal-ids=990041", "animeschedule/found.json");
		this.answers.put("/anime?mal-ids=990049", "animeschedule/found.json");
		assertThat(schedule.lookup(List.of(SourceLink.ofKey("ANIDB#1"), MAL)).flatMap(schedule::find)).get()
			.extracting(AnimeFacts::link)
			.isEqualTo(SourceLink.ofKey("ANIMESCHEDULE#hoshi-no-tegami"));
		assertThat(schedule.lookup(List.of(SourceLink.ofKey("MYANIMELIST#990049")))).get()
			.satisfies((lookup) -> assertThat(schedule.find(lookup)).isEmpty());
		assertThat(schedule.lookup(List.of(SourceLink.ofKey("ANIDB#1")))).isEmpty();
	}

	@Test
	void asksAnimeScheduleForEveryWeekOfATimeInUtc() {
		this.answers.put("/timetables/raw", "animeschedule/timetable.json");
		AnimeScheduleSource schedule = new AnimeScheduleSource(api("animeschedule", Dialects.http()), this.heard);
		assertThat(schedule.between(ReleaseKind.RAW, Instant.parse("2026-11-21T16:30:00Z"),
				Instant.parse("2026-11-22T16:30:00Z")))
			.hasSize(1);
		assertThat(schedule.between(ReleaseKind.RAW, Instant.parse("2026-11-22T00:00:00Z"),
				Instant.parse("2026-11-23T00:00:00Z")))
			.isEmpty();
		assertThat(this.asked.stream().distinct()).containsExactly("/timetables/raw?year=2026&week=47&tz=UTC",
				"/timetables/raw?year=2026&week=48&tz=UTC");
	}

	@Test
	void introducesItselfToAniDbAndReadsAllFromOneDocument() {
		SourceLink link = SourceLink.ofKey("ANIDB#990001");
		this.answers.put("/httpapi", "anidb/anime.xml");
		AniDbSource anidb = new AniDbSource(api("anidb", Dialects.aniDb()), "mokuroku", 3, this.heard);
		assertThat(anidb.find(link)).isPresent();
		assertThat(anidb.episodes(link)).hasSize(1);
		assertThat(anidb.characters(link)).hasSize(1);
		assertThat(anidb.staff(link)).hasSize(1);
		assertThat(this.asked).containsOnly("/httpapi?request=anime&client=mokuroku&clientver=3&protover=1&aid=990001");
	}

	private UpstreamApi api(String name, Dialect dialect) {
		return UpstreamApis.direct(InstantSource.fixed(NOW))
			.open(name, URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()), dialect, Map.of());
	}

	/**
	 * The answer to a path or, before that, to a path with the beginning of its query.
	 */
	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String target = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.asked.add(target + body);
			String path = target.split("\\?", 2)[0];
			String file = this.answers.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().contains("?") && target.startsWith(entry.getKey()))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElse(this.answers.getOrDefault(path.equals("/") ? "" : path, ""));
			byte[] answer = file.isEmpty() ? "{}".getBytes(StandardCharsets.UTF_8) : Fixtures.bytes(file);
			exchange.sendResponseHeaders(file.isEmpty() ? 404 : 200, answer.length);
			exchange.getResponseBody().write(answer);
		}
	}

}

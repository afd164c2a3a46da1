package io.mokuroku.search;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.catalogue.store.AddOutcome;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SaveOutcome;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * From a commit in the store over outbox, queue and index to an answer over HTTP.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext // it writes into the folder that is removed with the class
class SearchPathIntegrationTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	@TempDir
	private static Path indexFolder;

	@Autowired
	private AnimeStore store;

	@Autowired
	private EntryParts parts;

	@Autowired
	private TraceContexts traces;

	@LocalServerPort
	private int port;

	private final HttpClient http = HttpClient.newHttpClient();

	@DynamicPropertySource
	static void useTheFolder(DynamicPropertyRegistry properties) {
		properties.add("mokuroku.index.dir", () -> indexFolder);
	}

	@BeforeAll
	static void startEngines() {
		LocalEngines.start().reset();
	}

	@Test
	void findsWhatWasCommittedInTheTraceOfTheCommit() {
		AnimeEntry frieren = Entries.aDraft("Sousou no Frieren", "MYANIMELIST#52991")
			.with((change) -> change.titles = new Titles("Sousou no Frieren", "Frieren: Beyond Journey's End",
					"葬送のフリーレン", List.of()));
		String trace = this.traces.newTrace("commit", Map.of(), () -> {
			assertThat(this.store.add(List.of(frieren))).isEqualTo(new AddOutcome.Added());
			return this.traces.currentTraceId().orElseThrow();
		});
		JsonNode hit = await().atMost(SOON)
			.until(() -> get("/v1/search?q=frieren"), (answer) -> !answer.at("/data/0").isMissingNode())
			.at("/data/0");
		assertThat(hit.at("/id").asString()).isEqualTo(frieren.id().toString());
		assertThat(hit.at("/attributes/lifecycle").asString()).isEqualTo("DRAFT");
		assertThat(hit.at("/meta/reason").asString()).isEqualTo("title_prefix");
		assertThat(hit.at("/meta/matchedTitle").asString()).isEqualTo("Frieren: Beyond Journey's End");
		assertThat(hit.at("/meta/trace").asString()).isEqualTo(trace);
		await().atMost(SOON).until(() -> get("/v1/index").at("/data/attributes/pending").asInt() == 0);
		assertThat(get("/v1/search?q=frieren").at("/meta/degraded").asBoolean()).isFalse();
	}

	@Test
	void hidesAnEntryOnceItIsOrphanedAndStillShowsItById() {
		AnimeEntry entry = Entries.aDraft("Soon Forgotten", "MYANIMELIST#900001");
		this.store.add(List.of(entry));
		await().atMost(SOON).until(() -> titles("soon forgotten").contains("Soon Forgotten"));
		AnimeEntry orphan = entry.with((change) -> {
			change.lifecycle = Lifecycle.ORPHANED;
			change.revision = change.revision.next(Entries.CREATED, null);
		});
		assertThat(this.store.save(orphan, entry, null)).isEqualTo(SaveOutcome.SAVED);
		await().atMost(SOON).until(() -> !titles("soon forgotten").contains("Soon Forgotten"));
		assertThat(get("/v1/anime/" + entry.id()).at("/data/attributes/lifecycle").asString()).isEqualTo("ORPHANED");
	}

	@Test
	void showsAnEntryAndItsEpisodesByAnyOfItsIds() {
		AnimeEntry entry = Entries.aDraft("Monster", "MYANIMELIST#19", "ANIDB#1539");
		this.store.add(List.of(entry));
		this.parts.putEpisodes(List.of(new Episode(entry.id(), EpisodeNumber.regular(1), "Herr Dr. Tenma", null, null,
				null, 1440, null, Episode.State.COMPLETE)));
		for (String id : List.of(entry.id().toString(), "mal:19", "myanimelist:19", "anidb:1539")) {
			assertThat(get("/v1/anime/" + id).at("/data/attributes/titles/main").asString()).isEqualTo("Monster");
		}
		JsonNode episodes = get("/v1/anime/mal:19/episodes");
		assertThat(episodes.at("/meta/total").asInt()).isEqualTo(1);
		assertThat(episodes.at("/data/0/attributes/title").asString()).isEqualTo("Herr Dr. Tenma");
	}

	@Test
	void doesNotShowAnAdultEntryAtAll() {
		AnimeEntry adult = Entries.aDraft("Not For Everybody", "MYANIMELIST#900002")
			.with((change) -> change.adult = true);
		AnimeEntry witness = Entries.aDraft("Not For Nobody", "MYANIMELIST#900003");
		this.store.add(List.of(adult, witness));
		await().atMost(SOON).until(() -> titles("not for").contains("Not For Nobody"));
		assertThat(titles("not for everybody")).doesNotContain("Not For Everybody");
		assertThat(answer("/v1/anime/" + adult.id()).statusCode()).isEqualTo(404);
	}

	@Test
	void leadsFromAMergedEntryToTheOneItWasMergedInto() {
		AnimeEntry kept = Entries.aDraft("Kept Entry", "MYANIMELIST#900004");
		AnimeEntry merged = Entries.aDraft("Merged Entry", "MYANIMELIST#900005");
		this.store.add(List.of(kept, merged));
		await().atMost(SOON).until(() -> titles("merged entry").contains("Merged Entry"));
		this.store.save(merged.with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = kept.id();
			change.revision = change.revision.next(Entries.CREATED, null);
		}), merged, null);
		await().atMost(SOON).until(() -> !titles("merged entry").contains("Merged Entry"));
		HttpResponse<String> moved = answer("/v1/anime/" + merged.id());
		assertThat(moved.statusCode()).as(moved.body()).isEqualTo(301);
		assertThat(moved.headers().firstValue("Location")).hasValueSatisfying(
				(location) -> assertThat(URI.create(location).getPath()).isEqualTo("/v1/anime/" + kept.id()));
		assertThat(get("/v1/anime/" + kept.id()).at("/data/id").asString()).isEqualTo(kept.id().toString());
	}

	@Test
	void answersWithAnErrorDocumentWhereTheRequestIsWrong() {
		assertThat(answer("/v1/search").statusCode()).isEqualTo(400);
		assertThat(answer("/v1/search?q=%20").statusCode()).isEqualTo(400);
		assertThat(answer("/v1/search?q=" + "a".repeat(2_000)).statusCode()).isEqualTo(200);
		assertThat(answer("/v1/search?q=" + "a".repeat(2_001)).statusCode()).isEqualTo(400);
		assertThat(answer("/v1/search?q=a&limit=51").statusCode()).isEqualTo(400);
		assertThat(answer("/v1/search?q=a&type=BOOK").statusCode()).isEqualTo(400);
		assertThat(answer("/v1/search?q=a&includeAdult=true").statusCode()).isEqualTo(401);
		assertThat(answer("/v1/anime/what").statusCode()).isEqualTo(400);
		HttpResponse<String> unknown = answer(
				"/v1/anime/" + AnimeId.mintedFrom(Entries.aDraft("x", "ANIDB#7").sources()));
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/vnd.api+json");
		assertThat(JsonMapper.shared().readTree(unknown.body()).at("/errors/0/code").asString())
			.isEqualTo("anime_not_found");
	}

	@Test
	void answersWithAnEmptyListWhereNothingIsFound() {
		JsonNode answer = get("/v1/search?q=qqqqxxxxzzzzwwww&year=1917");
		assertThat(answer.get("data").isEmpty()).isTrue();
	}

	@Test
	void tellsThatItIsHealthy() {
		assertThat(get("/actuator/health/readiness").at("/status").asString()).isEqualTo("UP");
		assertThat(get("/actuator/health").at("/status").asString()).isEqualTo("UP");
	}

	private List<String> titles(String query) {
		return get("/v1/search?limit=50&q=" + query.replace(" ", "%20")).get("data")
			.valueStream()
			.map((hit) -> hit.at("/attributes/title").asString())
			.toList();
	}

	private JsonNode get(String path) {
		HttpResponse<String> response = answer(path);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	private HttpResponse<String> answer(String path) {
		URI address = URI.create("http://127.0.0.1:" + this.port + path);
		return this.http.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
			.join();
	}

}

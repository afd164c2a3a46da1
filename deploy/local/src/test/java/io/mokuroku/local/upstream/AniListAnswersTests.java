package io.mokuroku.local.upstream;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AniListAnswersTests {

	private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

	private static final long SLOT = Instant.parse("2026-11-21T16:30:00Z").getEpochSecond();

	@TempDir
	static Path folder;

	private static DemoUpstream upstream;

	private static Answers http;

	@BeforeAll
	static void open() {
		upstream = DemoUpstream.open(0, Samples.titles(folder), InstantSource.fixed(NOW));
		http = new Answers();
	}

	@AfterAll
	static void close() {
		http.close();
		upstream.close();
	}

	private static JsonNode ask(String query, String variables) {
		return http.post(upstream.aniListUrl(), "{\"query\":\"" + query + "\",\"variables\":" + variables + "}")
			.path("data");
	}

	private static JsonNode media(long id) {
		return ask("query($id:Int){Media(id:$id,type:ANIME){id}}", "{\"id\":" + id + "}").path("Media");
	}

	@Test
	void showsARunningTitleWithWhatIsToCome() {
		JsonNode media = media(990011);
		assertThat(media.at("/idMal").intValue()).isEqualTo(990041);
		assertThat(media.at("/title/native").stringValue()).isEqualTo("星の手紙");
		assertThat(media.at("/status").stringValue()).isEqualTo("RELEASING");
		assertThat(media.at("/source").stringValue()).isEqualTo("LIGHT_NOVEL");
		assertThat(media.at("/nextAiringEpisode/airingAt").longValue()).isEqualTo(SLOT);
		assertThat(media.at("/nextAiringEpisode/episode").intValue()).isEqualTo(8);
		assertThat(Answers.texts(media.at("/streamingEpisodes"), "/title")).hasSize(7)
			.first()
			.isEqualTo("Episode 1 - The First Letter");
		assertThat(http.get(media.at("/coverImage/extraLarge").stringValue()).statusCode()).isEqualTo(200);
		assertThat(http.get(media.at("/bannerImage").stringValue()).statusCode()).isEqualTo(200);
	}

	@Test
	void disagreesWithBothOthersWhereItIsToldTo() {
		assertThat(media(990051).at("/episodes").intValue()).isEqualTo(28);
	}

	@Test
	void listsAiringsBetweenTwoInstantsThatDoNotBelong() {
		String query = "query{Page{airingSchedules(airingAt_greater:$from){airingAt}}}";
		JsonNode page = ask(query, "{\"from\":%d,\"to\":%d,\"page\":1}".formatted(SLOT - 1, SLOT + 1)).path("Page");
		assertThat(page.at("/pageInfo/hasNextPage").booleanValue()).isFalse();
		assertThat(page.at("/airingSchedules").size()).isEqualTo(1);
		assertThat(page.at("/airingSchedules/0/media/idMal").intValue()).isEqualTo(990041);
		assertThat(ask(query, "{\"from\":%d,\"to\":%d}".formatted(SLOT, SLOT + 60)).at("/Page/airingSchedules"))
			.isEmpty();
		assertThat(ask(query, "{\"from\":%d,\"to\":%d}".formatted(SLOT - 60, SLOT)).at("/Page/airingSchedules"))
			.isEmpty();
	}

	@Test
	void showsTheSamePeopleAsTheOthers() {
		JsonNode edges = ask("query{Media{characters(page:$page){edges{role}}}}", "{\"id\":990011,\"page\":1}")
			.at("/Media/characters/edges");
		List<InventedCast.Figure> cast = InventedCast.of(Samples.titles(folder).getFirst()).characters();
		assertThat(edges).hasSameSizeAs(cast);
		assertThat(cast.stream().filter((figure) -> !figure.misspelled()).map((figure) -> figure.name().western()))
			.isSubsetOf(Answers.texts(edges, "/node/name/full"));
		JsonNode staff = ask("query{Media{staff(page:$page){edges{role}}}}", "{\"id\":990011,\"page\":1}")
			.at("/Media/staff/edges");
		assertThat(Answers.texts(staff, "/role")).startsWith("Director");
	}

	@Test
	void saysWhatIsMissingInItsOwnWords() {
		assertThat(http.post(upstream.aniListUrl(), "{\"query\":\"{Media(id:$id){id}}\",\"variables\":{\"id\":5}}"))
			.isEqualTo(Answers.tree("""
					{"errors":[{"message":"Not Found.","status":404}],"data":{"Media":null}}"""));
		assertThat(http.get(upstream.aniListUrl()).statusCode()).isEqualTo(405);
	}

}

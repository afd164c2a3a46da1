package io.mokuroku.local.upstream;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class JikanAnswersTests {

	/**
	 * Half past midnight on a Sunday in Japan, an hour before the slot of the running
	 * title.
	 */
	private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

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

	private static JsonNode json(String path) {
		return http.json(upstream.jikanUrl() + path);
	}

	@Test
	void showsARunningTitle() {
		JsonNode data = json("/anime/990041/full").get("data");
		assertThat(data.get("mal_id").intValue()).isEqualTo(990041);
		assertThat(Answers.texts(data.get("titles"), "/type")).containsExactly("Default", "Synonym", "Synonym",
				"Japanese", "English");
		assertThat(data.get("episodes").isNull()).isTrue();
		assertThat(data.get("status").stringValue()).isEqualTo("Currently Airing");
		assertThat(data.get("airing").booleanValue()).isTrue();
		assertThat(data.get("aired")).isEqualTo(Answers.tree("""
				{"from":"2026-10-04T00:00:00+00:00","to":null,"prop":{"from":{"day":4,"month":10,"year":2026},
				"to":{"day":null,"month":null,"year":null}},"string":"Oct 4, 2026 to ?"}"""));
		assertThat(data.get("duration").stringValue()).isEqualTo("24 min per ep");
		assertThat(data.get("season").stringValue()).isEqualTo("fall");
		assertThat(data.get("broadcast")).isEqualTo(Answers.tree("""
				{"day":"Sundays","time":"01:30","timezone":"Asia/Tokyo","string":"Sundays at 01:30 (JST)"}"""));
		assertThat(Answers.texts(data.get("studios"), "/name")).containsExactly("Studio Kasumi");
		assertThat(Answers.texts(data.get("relations"), "/relation")).containsExactly("Sequel", "Side Story");
		assertThat(Answers.texts(data.at("/relations/0/entry"), "/name")).containsExactly("Hoshi no Tegami 2",
				"Hoshi no Tegami 3");
		assertThat(data.get("popularity").intValue()).isEqualTo(1);
		assertThat(data.get("rank").intValue()).isEqualTo(3);
		assertThat(data.at("/trailer/youtube_id").isNull()).isTrue();
		assertThat(data.at("/theme/openings").isEmpty()).isTrue();
	}

	@Test
	void showsAFilmWithOneDayAndNoEpisodeList() {
		JsonNode data = json("/anime/990060/full").get("data");
		assertThat(data.get("type").stringValue()).isEqualTo("Movie");
		assertThat(data.get("duration").stringValue()).isEqualTo("1 hr 41 min");
		assertThat(data.at("/aired/string").stringValue()).isEqualTo("Jul 19, 2019");
		assertThat(data.at("/aired/to").isNull()).isTrue();
		assertThat(data.at("/broadcast/day").isNull()).isTrue();
		assertThat(json("/anime/990060/episodes").get("data").isEmpty()).isTrue();
	}

	@Test
	void padsPartialDates() {
		JsonNode data = json("/anime/990080").get("data");
		assertThat(data.at("/aired/from").stringValue()).isEqualTo("1999-10-01T00:00:00+00:00");
		assertThat(data.at("/aired/string").stringValue()).isEqualTo("Oct 1999 to ?");
		assertThat(data.get("duration").stringValue()).isEqualTo("1 hr per ep");
		assertThat(data.has("relations")).isFalse();
	}

	@Test
	void leavesUnknownsNullAndListsEmpty() {
		JsonNode data = json("/anime/990070/full").get("data");
		assertThat(data.get("status").stringValue()).isEqualTo("Not yet aired");
		assertThat(data.at("/aired/string").stringValue()).isEqualTo("Not available");
		assertThat(data.get("duration").stringValue()).isEqualTo("Unknown");
		assertThat(data.get("score").isNull()).isTrue();
		assertThat(data.get("season").isNull()).isTrue();
		assertThat(data.get("genres").isEmpty()).isTrue();
		assertThat(json("/anime/990070/episodes").get("data").isEmpty()).isTrue();
	}

	@Test
	void latestEpisodeOfARunningTitleIsLessThanAWeekOld() {
		JsonNode page = json("/anime/990041/episodes?page=1");
		assertThat(Answers.texts(page.get("data"), "/aired")).containsExactly("2026-10-04T00:00:00+00:00",
				"2026-10-11T00:00:00+00:00", "2026-10-18T00:00:00+00:00", "2026-10-25T00:00:00+00:00",
				"2026-11-01T00:00:00+00:00", "2026-11-08T00:00:00+00:00", "2026-11-15T00:00:00+00:00");
		assertThat(page.at("/data/0/title").stringValue()).isEqualTo("The First Letter");
		assertThat(page.at("/data/1/title_romanji").stringValue()).isNotBlank();
		assertThat(Answers.texts(page.get("data"), "/title")).doesNotHaveDuplicates()
			.noneMatch((title) -> title.contains("Episode"));
		assertThat(page.get("pagination")).isEqualTo(Answers.tree("{\"last_visible_page\":1,\"has_next_page\":false}"));
	}

	@Test
	void pagesLongEpisodeLists() {
		JsonNode first = json("/anime/990080/episodes");
		int pages = first.at("/pagination/last_visible_page").intValue();
		assertThat(first.get("data").size()).isEqualTo(100);
		assertThat(first.at("/pagination/has_next_page").booleanValue()).isTrue();
		assertThat(first.at("/data/0/aired").stringValue()).isEqualTo("1999-10-01T00:00:00+00:00");
		JsonNode last = json("/anime/990080/episodes?page=" + pages);
		assertThat(last.at("/pagination/has_next_page").booleanValue()).isFalse();
		assertThat(Answers.texts(last.get("data"), "/aired").getLast()).isEqualTo("2026-11-20T00:00:00+00:00");
		assertThat(json("/anime/990080/episodes?page=" + (pages + 1)).get("data").isEmpty()).isTrue();
	}

	@Test
	void spreadsAFinishedTitleFromItsFirstToItsLastDay() {
		JsonNode data = json("/anime/990050/episodes").get("data");
		assertThat(data.size()).isEqualTo(25);
		assertThat(Answers.texts(data, "/aired")).isSorted()
			.contains("2012-04-06T00:00:00+00:00", "2012-09-28T00:00:00+00:00");
		JsonNode one = json("/anime/990050/episodes/25").get("data");
		assertThat(one.get("aired").stringValue()).isEqualTo("2012-09-28T00:00:00+09:00");
		assertThat(one.get("duration").intValue()).isEqualTo(1440);
		assertThat(one.has("score")).isFalse();
	}

	@Test
	void showsPeopleWithPictures() {
		JsonNode cast = json("/anime/990041/characters").get("data");
		assertThat(Answers.texts(cast, "/role")).hasSizeBetween(8, 12).contains("Main", "Supporting");
		assertThat(Answers.texts(cast, "/character/name")).doesNotHaveDuplicates()
			.allMatch((name) -> name.contains(", "));
		assertThat(Answers.texts(cast, "/voice_actors/0/language")).containsOnly("Japanese");
		assertThat(http.get(cast.at("/0/character/images/jpg/image_url").stringValue()).statusCode()).isEqualTo(200);
		JsonNode staff = json("/anime/990041/staff").get("data");
		assertThat(staff.at("/0/positions/0").stringValue()).isEqualTo("Director");
		assertThat(json("/anime/990090/staff").get("data").isEmpty()).as("staff of a song").isTrue();
	}

	@Test
	void listsRunningTitlesByTheirDay() {
		JsonNode sunday = json("/schedules?filter=sunday");
		assertThat(Answers.texts(sunday.get("data"), "/title")).containsExactly("Hoshi no Tegami");
		assertThat(sunday.at("/pagination/items/total").intValue()).isEqualTo(1);
		assertThat(Answers.texts(json("/schedules").get("data"), "/title")).hasSize(2);
		assertThat(json("/schedules?page=2").get("data").isEmpty()).isTrue();
	}

	@Test
	void figuresAddUpToTheMembers() {
		JsonNode data = json("/anime/990041/statistics").get("data");
		assertThat(Stream.of("watching", "completed", "on_hold", "dropped", "plan_to_watch")
			.mapToInt((name) -> data.get(name).intValue())
			.sum()).isEqualTo(71230);
		assertThat(data.get("scores").size()).isEqualTo(10);
		assertThat(json("/anime/990070/statistics").at("/data/scores").isEmpty()).isTrue();
	}

	@Test
	void saysWhatIsMissingInItsOwnWords() {
		assertThat(Answers.tree(body("/anime/1/full"))).isEqualTo(Answers.tree("""
				{"status":404,"type":"BadResponseException","message":"Resource does not exist",
				"error":"404 on https://myanimelist.net/anime/1/"}"""));
		assertThat(Answers.tree(body("/anime/-1"))).isEqualTo(
				Answers.tree("{\"status\":404,\"type\":\"HttpException\",\"message\":\"Not Found\",\"error\":null}"));
		assertThat(status("/anime/1/full")).isEqualTo(404);
		assertThat(status("/anime/990041/nothing")).isEqualTo(404);
		assertThat(status("/anime/990041/episodes?page=0")).isEqualTo(400);
		assertThat(status("/anime/990041/episodes/99")).isEqualTo(404);
	}

	private static int status(String path) {
		return http.get(upstream.jikanUrl() + path).statusCode();
	}

	private static String body(String path) {
		return new String(http.get(upstream.jikanUrl() + path).body(), StandardCharsets.UTF_8);
	}

}

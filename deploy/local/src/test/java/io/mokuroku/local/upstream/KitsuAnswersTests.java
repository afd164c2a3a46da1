package io.mokuroku.local.upstream;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class KitsuAnswersTests {

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

	private static JsonNode json(String path, String... parameters) {
		return http.json(upstream.kitsuUrl() + path, parameters);
	}

	private static int status(String path, String... parameters) {
		return http.get(upstream.kitsuUrl() + path, parameters).statusCode();
	}

	@Test
	void showsTitles() {
		JsonNode document = json("/anime", "filter[id]", "990031,990052", "page[limit]", "20");
		assertThat(document.at("/meta/count").intValue()).isEqualTo(2);
		assertThat(Answers.texts(document.get("data"), "/id")).containsExactly("990031", "990052");
		JsonNode attributes = document.at("/data/0/attributes");
		assertThat(attributes.get("titles")).isEqualTo(Answers.tree("""
				{"en":"Letters from the Stars","en_jp":"Hoshi no Tegami","ja_jp":"星の手紙"}"""));
		assertThat(attributes.get("slug").stringValue()).isEqualTo("hoshi-no-tegami");
		assertThat(attributes.get("averageRating").stringValue()).isEqualTo("74.02");
		assertThat(attributes.at("/ratingFrequencies/16").stringValue()).matches("\\d+");
		assertThat(attributes.get("nextRelease").stringValue()).isEqualTo("2026-11-22T01:30:00.000+09:00");
		assertThat(attributes.get("ageRating").stringValue()).isEqualTo("PG");
		assertThat(attributes.get("ageRatingGuide").stringValue()).isEqualTo("Teens 13 or older");
		assertThat(attributes.get("status").stringValue()).isEqualTo("current");
		assertThat(attributes.get("subtype").stringValue()).isEqualTo("TV");
		assertThat(attributes.get("episodeCount").isNull()).isTrue();
		assertThat(document.at("/data/1/attributes/totalLength").intValue()).isEqualTo(26 * 24);
		assertThat(document.has("included")).isFalse();
	}

	@Test
	void includesWhatIsAskedFor() {
		JsonNode document = json("/anime", "filter[id]", "990031", "include", "genres,categories,mappings");
		assertThat(Answers.texts(document.get("included"), "/type")).containsOnly("genres", "categories", "mappings");
		assertThat(document.get("included")
			.valueStream()
			.filter((resource) -> resource.get("type").stringValue().equals("mappings"))
			.map((resource) -> resource.at("/attributes/externalSite").stringValue() + " "
					+ resource.at("/attributes/externalId").stringValue()))
			.containsExactly("myanimelist/anime 990041", "anilist/anime 990011", "anidb 990001");
		assertThat(document.at("/data/0/relationships/genres/data").size()).isEqualTo(2);
		assertThat(document.at("/data/0/relationships/categories/data").size()).isEqualTo(4);
		assertThat(document.at("/data/0/relationships/episodes").has("data")).isFalse();
	}

	@Test
	void findsByPathAndSlug() {
		assertThat(json("/anime/990061").at("/data/attributes/subtype").stringValue()).isEqualTo("movie");
		assertThat(json("/anime", "filter[slug]", "ame-no-ie").at("/data/0/id").stringValue()).isEqualTo("990052");
		assertThat(json("/anime", "filter[id]", "1").get("data").isEmpty()).isTrue();
		assertThat(json("/anime").at("/meta/count").intValue()).isEqualTo(5);
	}

	@Test
	void disagreesWhereItIsToldTo() {
		assertThat(json("/anime/990052").at("/data/attributes/episodeCount").intValue()).isEqualTo(26);
		assertThat(json("/episodes", "filter[mediaType]", "Anime", "filter[mediaId]", "990052").at("/meta/count")
			.intValue()).isEqualTo(26);
	}

	@Test
	void pagesEpisodesByItsLinks() {
		JsonNode page = json("/episodes", "filter[mediaType]", "Anime", "filter[mediaId]", "990081", "sort", "number",
				"page[limit]", "20", "page[offset]", "0");
		int count = page.at("/meta/count").intValue();
		int seen = page.get("data").size();
		while (page.get("links").has("next")) {
			page = http.json(page.at("/links/next").stringValue());
			seen += page.get("data").size();
		}
		assertThat(seen).isEqualTo(count).isGreaterThan(1400);
		assertThat(Answers.texts(page.get("data"), "/attributes/airdate").getLast()).isEqualTo("2026-11-20");
		assertThat(json("/episodes", "filter[mediaId]", "990081", "sort", "-number").at("/data/0/attributes/number")
			.intValue()).isEqualTo(count);
		assertThat(json("/episodes", "filter[mediaId]", "1").get("data").isEmpty()).isTrue();
	}

	@Test
	void leadsFromRowsToPeople() {
		JsonNode page = json("/anime/990031/characters", "include", "character,voices.person", "page[limit]", "5");
		assertThat(page.at("/meta/count").intValue()).isBetween(8, 12);
		assertThat(Answers.texts(page.get("data"), "/attributes/role")).hasSize(5).contains("main", "supporting");
		assertThat(Answers.texts(page.get("included"), "/type")).contains("characters", "characterVoices", "people");
		assertThat(page.get("links").has("next")).isTrue();
		String leadsTo = page.at("/data/0/relationships/character/data/id").stringValue();
		assertThat(page.get("included")
			.valueStream()
			.filter((one) -> one.get("type").stringValue().equals("characters"))
			.map((one) -> one.get("id").stringValue())).contains(leadsTo);
		JsonNode staff = json("/anime/990031/staff", "include", "person", "page[limit]", "20");
		assertThat(Answers.texts(staff.get("data"), "/attributes/role")).contains("Director, Storyboard");
		assertThat(status("/anime/1/staff")).isEqualTo(404);
	}

	@Test
	void refusesInItsOwnWords() {
		HttpResponse<byte[]> missing = http.get(upstream.kitsuUrl() + "/anime/1");
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.headers().firstValue("Content-Type")).contains("application/vnd.api+json");
		assertThat(Answers.tree(new String(missing.body(), StandardCharsets.UTF_8)).at("/errors/0"))
			.isEqualTo(Answers.tree("""
					{"title":"Record not found","detail":"The record identified by 1 could not be found.",
					"code":"404","status":"404"}"""));
		assertThat(status("/anime", "page[limit]", "21")).isEqualTo(400);
		assertThat(status("/anime", "page[offset]", "-1")).isEqualTo(400);
		assertThat(status("/anime", "filter[unheard]", "x")).isEqualTo(400);
		assertThat(status("/anime/990031", "include", "unheard")).isEqualTo(400);
		assertThat(status("/unheard")).isEqualTo(404);
	}

}

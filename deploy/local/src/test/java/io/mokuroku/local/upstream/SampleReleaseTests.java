package io.mokuroku.local.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class SampleReleaseTests {

	private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

	@TempDir
	Path folder;

	private List<String> release() throws IOException {
		Path file = this.folder.resolve("release.jsonl");
		new SampleRelease("http://127.0.0.1:7716", NOW).write(Samples.titles(this.folder), file);
		String text = Files.readString(file);
		assertThat(text).doesNotEndWith("\n").doesNotContain(":null", "\r");
		return List.of(text.split("\n", -1));
	}

	@Test
	void beginsWithALineAboutTheRelease() throws IOException {
		JsonNode metadata = Answers.tree(release().getFirst());
		assertThat(metadata.get("lastUpdate").stringValue()).isEqualTo("2026-11-21");
		assertThat(metadata.at("/scoreRange/maxInclusive").doubleValue()).isEqualTo(10.0);
		assertThat(metadata.propertyNames()).containsExactly("$schema", "license", "repository", "scoreRange",
				"lastUpdate");
	}

	@Test
	void listsRecordsByLowerCaseTitle() throws IOException {
		assertThat(release().stream().skip(1).map((line) -> Answers.tree(line).get("title").stringValue()))
			.containsExactly("Ame no Ie", "Hoshi no Tegami", "Mada Minai", "Nagai Hanashi", "Umi to Tetsu", "Uta");
	}

	@Test
	void writesARecordInTheRealFormat() throws IOException {
		JsonNode record = Answers.tree(release().get(2));
		JsonNode score = record.get("score");
		assertThat(score.get("arithmeticMean").doubleValue()).isCloseTo(7.5558, within(1e-9));
		assertThat(score.get("median").doubleValue()).isCloseTo(7.5558, within(1e-9));
		assertThat(score.get("arithmeticGeometricMean").doubleValue()).isBetween(7.553, 7.5558);
		assertThat(((ObjectNode) record).remove("score")).isNotNull();
		assertThat(record).isEqualTo(Answers.tree("""
				{"sources":["https://anidb.net/anime/990001","https://anilist.co/anime/990011",
				"https://kitsu.app/anime/990031","https://myanimelist.net/anime/990041"],"title":"Hoshi no Tegami",
				"type":"TV","episodes":7,"status":"ONGOING","animeSeason":{"season":"FALL","year":2026},
				"picture":"http://127.0.0.1:7716/images/mal-990041-large.png",
				"thumbnail":"http://127.0.0.1:7716/images/mal-990041-small.png",
				"duration":{"value":1440,"unit":"SECONDS"},
				"synonyms":["HoshiTega","Letters from the Stars","星の手紙","星手"],"studios":["studio kasumi"],
				"producers":[],"relatedAnime":["https://myanimelist.net/anime/990042",
				"https://myanimelist.net/anime/990043","https://myanimelist.net/anime/990044"],
				"tags":["fantasy","mystery","seinen","time travel"]}"""));
	}

	@Test
	void leavesOutWhatIsNotKnown() throws IOException {
		JsonNode upcoming = Answers.tree(release().get(3));
		assertThat(upcoming.has("duration")).isFalse();
		assertThat(upcoming.has("score")).isFalse();
		assertThat(upcoming.get("episodes").intValue()).isZero();
		assertThat(upcoming.get("picture").stringValue()).endsWith("/pics/no_pic.png");
		assertThat(upcoming.at("/animeSeason/season").stringValue()).isEqualTo("UNDEFINED");
		assertThat(Answers.tree(release().get(6)).get("type").stringValue()).isEqualTo("SPECIAL");
	}

	@Test
	void readerNamesTheLineItCannotUse() throws IOException {
		Path file = this.folder.resolve("broken.jsonl");
		String good = "{\"mal\":1,\"title\":\"A\",\"type\":\"TV\",\"status\":\"FINISHED\"}\n";
		Files.writeString(file, good + "{\"mal\":2,\"titel\":\"B\"}\n");
		assertThatIllegalArgumentException().isThrownBy(() -> SampleTitles.read(file))
			.withMessageStartingWith("line 2 is not a title");
		Files.writeString(file, good + "\n" + good);
		assertThatIllegalArgumentException().isThrownBy(() -> SampleTitles.read(file))
			.withMessage("line 3 repeats the title with mal 1");
	}

}

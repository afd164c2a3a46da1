package io.mokuroku.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What benchmarks of ten times the entries rely on.
 */
class LargerReleaseTests {

	private static final String MONSTER = """
			{"sources":["https://anidb.net/anime/3","https://anime-planet.com/anime/monster"],"title":"Monster",\
			"synonyms":["Naoki Urasawa's Monster"],"relatedAnime":["https://anidb.net/anime/4"]}""";

	private static final String SEQUEL = """
			{"sources":["https://anidb.net/anime/4"],"title":"Another Monster","synonyms":[],\
			"relatedAnime":["https://anidb.net/anime/3"]}""";

	private static final String SHARING = """
			{"sources":["https://anidb.net/anime/5"],"title":"One","synonyms":[],"relatedAnime":[]}""";

	@TempDir
	private Path folder;

	@Test
	void givesEachCopyAsManyLinksOfItsOwnAndRelationsAmongTheCopies() throws IOException {
		List<JsonNode> records = larger("{\"lastUpdate\":\"2026-11-13\"}\n" + MONSTER + "\n" + SEQUEL, 3);
		assertThat(records).hasSize(7);
		assertThat(records.getFirst().path("lastUpdate").asString()).isEqualTo("2026-11-13");
		Set<String> links = new HashSet<>();
		for (JsonNode record : records.subList(1, 7)) {
			record.path("sources").forEach((link) -> assertThat(links.add(link.asString())).isTrue());
			assertThat(record.path("synonyms").size()).isEqualTo(record.path("sources").size() - 1);
		}
		assertThat(links).hasSize(9).contains("https://anidb.net/anime/2000000003");
		records.subList(1, 7)
			.forEach((record) -> record.path("relatedAnime")
				.forEach((link) -> assertThat(links).contains(link.asString())));
		assertThat(records.get(3).path("relatedAnime").get(0).asString())
			.isEqualTo("https://anidb.net/anime/2000000004");
	}

	@Test
	void leavesRealRecordsAsTheyAreAndThoseOutThatShareALink() throws IOException {
		List<JsonNode> records = larger(
				"{\"lastUpdate\":\"2026-11-13\",\"data\":[" + String.join(",", SHARING, MONSTER, SHARING) + "]}", 2);
		assertThat(records).hasSize(3);
		assertThat(records.getFirst().has("data")).isFalse();
		assertThat(records.get(1)).isEqualTo(JsonMapper.shared().readTree(MONSTER));
	}

	@Test
	void makesTheSameCopyOfTheSameRecordInTwoReleases() throws IOException {
		String start = "{\"lastUpdate\":\"2026-11-13\"}\n";
		assertThat(larger(start + MONSTER + "\n" + SEQUEL, 2)).containsAll(larger(start + SEQUEL + "\n" + MONSTER, 2));
	}

	private List<JsonNode> larger(String release, int times) throws IOException {
		Path from = Files.write(this.folder.resolve("from"), Zstd.compress(release.getBytes(StandardCharsets.UTF_8)));
		Path to = this.folder.resolve("to");
		int records = LargerRelease.write(from, times, to);
		try (ZstdInputStream in = new ZstdInputStream(Files.newInputStream(to))) {
			List<JsonNode> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map(JsonMapper.shared()::readTree)
				.toList();
			assertThat(records).isEqualTo(lines.size() - 1);
			return lines;
		}
	}

}

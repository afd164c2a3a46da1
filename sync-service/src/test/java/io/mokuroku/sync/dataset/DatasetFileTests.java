package io.mokuroku.sync.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.github.luben.zstd.Zstd;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DatasetFileTests {

	private static final String HEADER = """
			{"$schema":"https://example.org/schema.json","lastUpdate":"2026-11-13"}""";

	private static final String HOSHI = """
			{"sources":["https://kitsu.io/anime/990031","https://myanimelist.net/anime/990041"],"title":"Hoshi no Tegami",\
			"type":"TV","episodes":12,"status":"ONGOING","animeSeason":{"season":"FALL","year":2026},\
			"picture":"https://cdn.example.org/images/990041.jpg","thumbnail":"https://example.org/pics/no_pic_thumbnail.png",\
			"duration":{"value":1440,"unit":"SECONDS"},"score":{"arithmeticGeometricMean":7.61,"arithmeticMean":7.63,"median":7.7},\
			"synonyms":["Letters from the Stars","星の手紙"],"studios":["studio kasumi"],"producers":[],\
			"relatedAnime":["https://myanimelist.net/anime/990042"],"tags":["fantasy"],"added-later":{"x":1}}""";

	private static final String BARE = """
			{"sources":["https://anidb.net/anime/990002"],"title":"Yoake","type":"UNKNOWN","episodes":0,"status":"UNKNOWN",\
			"animeSeason":{"season":"UNDEFINED"},"picture":"https://example.org/pics/no_pic.png",\
			"thumbnail":"https://example.org/pics/no_pic_thumbnail.png","synonyms":[],"studios":[],"producers":[],\
			"relatedAnime":[],"tags":[]}""";

	@TempDir
	Path folder;

	@Test
	void readsWhatARecordSays() throws IOException {
		DatasetRecord found = records(jsonLines(HOSHI)).getFirst();
		assertThat(found.sources()).extracting(SourceLink::key).containsExactly("MYANIMELIST#990041", "KITSU#990031");
		assertThat(found.title()).isEqualTo("Hoshi no Tegami");
		assertThat(found.type()).isEqualTo(AnimeType.TV);
		assertThat(found.episodes()).isEqualTo(12);
		assertThat(found.status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(found.season()).isEqualTo(Season.FALL);
		assertThat(found.year()).isEqualTo(2026);
		assertThat(found.durationSeconds()).isEqualTo(1440);
		assertThat(found.picture()).hasToString("https://cdn.example.org/images/990041.jpg");
		assertThat(found.thumbnail()).isNull();
		assertThat(found.synonyms()).contains("星の手紙");
		assertThat(found.related()).extracting(SourceLink::key).containsExactly("MYANIMELIST#990042");
	}

	@Test
	void leavesOutWhatIsUnknown() throws IOException {
		DatasetRecord found = records(jsonLines(BARE)).getFirst();
		assertThat(found.episodes()).isNull();
		assertThat(found.season()).isNull();
		assertThat(found.year()).isNull();
		assertThat(found.picture()).isNull();
		assertThat(found.score()).isNull();
	}

	@Test
	void readsEveryFormOfARelease() throws IOException {
		byte[] lines = jsonLines(HOSHI, BARE);
		byte[] document = "{\"lastUpdate\":\"2026-11-13\",\"data\":[%s,%s]}".formatted(HOSHI, BARE)
			.getBytes(StandardCharsets.UTF_8);
		List<DatasetRecord> expected = records(lines);
		assertThat(expected).hasSize(2);
		assertThat(records(document)).isEqualTo(expected);
		assertThat(records(Zstd.compress(lines))).isEqualTo(expected);
		assertThat(records(Zstd.compress(document))).isEqualTo(expected);
		assertThat(records("%s\n%s\n%s\n\n".formatted(HEADER, HOSHI, BARE).getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(expected);
	}

	@Test
	void reportsBrokenLinesAndReadsOn() throws IOException {
		String noSource = HOSHI.replaceFirst("\\[[^\\]]*\\]", "[]");
		List<DatasetLine> lines = lines(jsonLines("{broken", noSource, "x".repeat(5 << 20), BARE));
		assertThat(lines).hasSize(4);
		assertThat(lines.subList(0, 3)).allMatch((line) -> line instanceof DatasetLine.Broken);
		assertThat(lines.get(3)).isInstanceOf(DatasetLine.Parsed.class);
	}

	@Test
	void readsARecordTheSameWhateverCameBefore() throws IOException {
		String longer = BARE.replace("Yoake", "夜明け".repeat(5000));
		List<DatasetLine> lines = lines(jsonLines(HOSHI, "{\"sources\":[[", BARE + "\r", BARE + " {}", HOSHI + "5",
				longer, "[" + HOSHI + "]", BARE, "{\"title\":{\"", longer + " \t", HOSHI));
		assertThat(lines).map((line) -> line instanceof DatasetLine.Parsed)
			.containsExactly(true, false, true, false, false, true, false, true, false, true, true);
		DatasetRecord hoshi = records(jsonLines(HOSHI)).getFirst();
		DatasetRecord bare = records(jsonLines(BARE)).getFirst();
		assertThat(lines).contains(new DatasetLine.Parsed(1, hoshi), new DatasetLine.Parsed(3, bare),
				new DatasetLine.Parsed(8, bare), new DatasetLine.Parsed(11, hoshi));
	}

	@Test
	void saysWhenAFileIsCutOff() {
		byte[] whole = Zstd.compress(jsonLines(HOSHI, BARE));
		assertThatIOException().isThrownBy(() -> lines(Arrays.copyOf(whole, whole.length / 2)));
		assertThatIOException().isThrownBy(() -> lines(new byte[0]));
		assertThatIOException()
			.isThrownBy(() -> lines("{\"data\":[%s,{\"sour".formatted(HOSHI).getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void seesNoChangeInANewHostName() throws IOException {
		DatasetRecord before = records(jsonLines(HOSHI)).getFirst();
		DatasetRecord after = records(jsonLines(HOSHI.replace("kitsu.io", "kitsu.app"))).getFirst();
		DatasetRecord changed = records(jsonLines(HOSHI.replace("\"episodes\":12", "\"episodes\":13"))).getFirst();
		assertThat(after.hash()).isEqualTo(before.hash());
		assertThat(changed.hash()).isNotEqualTo(before.hash());
	}

	private List<DatasetRecord> records(byte[] bytes) throws IOException {
		return lines(bytes).stream().map((line) -> ((DatasetLine.Parsed) line).content()).toList();
	}

	private List<DatasetLine> lines(byte[] bytes) throws IOException {
		List<DatasetLine> lines = new ArrayList<>();
		file(bytes).look((line) -> lines.add(line.read()));
		return lines;
	}

	private DatasetFile file(byte[] bytes) throws IOException {
		return new DatasetFile(Files.write(this.folder.resolve("release"), bytes), Long.MAX_VALUE);
	}

	private static byte[] jsonLines(String... records) {
		return (HEADER + "\n" + String.join("\n", records)).getBytes(StandardCharsets.UTF_8);
	}

}

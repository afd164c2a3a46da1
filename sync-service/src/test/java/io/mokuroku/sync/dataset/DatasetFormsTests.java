package io.mokuroku.sync.dataset;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import com.sun.management.ThreadMXBean;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.SourceLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * The forms in which a release may come, the damaged and the hostile ones included.
 */
class DatasetFormsTests {

	private static final String HEADER = """
			{"$schema":"https://example.org/schema.json","license":{"name":"ODbL","url":"https://example.org"},\
			"repository":"https://example.org/dataset","lastUpdate":"2026-11-13"}""";

	private static final String YOAKE = "{\"sources\":[\"https://anidb.net/anime/990002\"],\"title\":\"Yoake\"}";

	private static final String HOSHI = "{\"sources\":[\"https://anidb.net/anime/990003\"],\"title\":\"星 \\\"]},\"}";

	@TempDir
	Path folder;

	@Test
	void readWhatAReleaseSaysAboutItself() throws IOException {
		Metadata expected = new Metadata(LocalDate.parse("2026-11-13"), "ODbL");
		String open = HEADER.substring(0, HEADER.length() - 1);
		for (String form : List.of(HEADER, HEADER + "\n", HEADER + "\n" + YOAKE, HEADER + "\r\n" + YOAKE + "\r\n",
				open + ",\"data\":[" + YOAKE + "]}", "{\"data\":[" + YOAKE + "]," + HEADER.substring(1),
				"\uFEFF" + HEADER + "\n" + YOAKE,
				open.replace(",", ",\n") + ",\n\"data\" : [\n" + YOAKE + "\n]\n}\n")) {
			assertThat(file(form).metadata()).as(form).isEqualTo(expected);
			assertThat(file(Zstd.compress(form.getBytes(StandardCharsets.UTF_8))).metadata()).isEqualTo(expected);
		}
		assertThat(file(YOAKE + "\n" + HOSHI).metadata()).isEqualTo(new Metadata(null, null));
		assertThat(file("{\"lastUpdate\":\"soon\"}\n" + YOAKE).metadata().lastUpdate()).isNull();
	}

	@Test
	void findTheRecordsInEveryForm() throws IOException {
		for (String form : List.of(HEADER + "\n" + YOAKE + "\n" + HOSHI,
				HEADER + "\r\n" + YOAKE + "\r\n" + HOSHI + "\r\n",
				"\uFEFF" + HEADER + "\n\n" + YOAKE + "\n" + HOSHI + "\n", YOAKE + "\n" + HOSHI,
				"{\"data\":[" + YOAKE + "," + HOSHI + "]}\n",
				"{\"data\":[" + YOAKE + " ,\n" + HOSHI + "],\"x\":{\"data\":[1]}}",
				"{\"x\":\"data\",\"y\":[[\"data\"]],\n\"data\" : [\n" + YOAKE + ",\n\t" + HOSHI + "\n]\n}\n")) {
			assertThat(titles(file(form))).as(form).containsExactly("Yoake", "星 \"]},");
		}
		assertThat(lines(file(HEADER))).isEmpty();
		assertThat(lines(file("{\"data\":[ ]}"))).isEmpty();
	}

	@Test
	void passOverWhatIsDamagedInsideOfADocument() throws IOException {
		List<DatasetLine> lines = lines(
				file("{\"data\":[" + YOAKE + ",{\"title\":1e},7,{\"sources\":[]}" + YOAKE + "," + HOSHI + "]}"));
		assertThat(lines).hasSize(5);
		assertThat(lines.get(0)).isInstanceOf(DatasetLine.Parsed.class);
		assertThat(lines.subList(1, 4)).allMatch((line) -> line instanceof DatasetLine.Broken);
		assertThat(lines.get(4)).isInstanceOf(DatasetLine.Parsed.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>sorry</html>", "[]", "{\"data\":[", "{\"data\":[{\"title\":\"", "{\"data\":[]",
			"{\"data\":[]}}", "{\"data\":[]} x", "{\"data\":[],x}", "\"data\"", "{broken\n{}" })
	void refuseWhatIsNoRelease(String text) {
		assertThatIOException().isThrownBy(() -> lines(file(text)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ff", "c080", "eda080", "f4908080", "e282", "80" })
	void countWhatIsNotUtf8AsBroken(String hex) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		line.writeBytes((HEADER + "\n{\"sources\":[\"https://anidb.net/anime/1\"],\"title\":\"a")
			.getBytes(StandardCharsets.UTF_8));
		line.writeBytes(HexFormat.of().parseHex(hex));
		line.writeBytes(("b\"}\n" + YOAKE).getBytes(StandardCharsets.UTF_8));
		List<DatasetLine> lines = lines(file(line.toByteArray()));
		assertThat(lines.getFirst()).isEqualTo(new DatasetLine.Broken(1, "not UTF-8"));
		assertThat(lines.getLast()).isInstanceOf(DatasetLine.Parsed.class);
	}

	@Test
	void countALinkOnceAndAllowTwoOfAProvider() throws IOException {
		String links = "\"https://anidb.net/anime/7\",\"https://anidb.net/a7\",\"https://anidb.net/anime/5\",\"nothing\",3,null";
		DatasetRecord found = ((DatasetLine.Parsed) lines(
				file(HEADER + "\n{\"sources\":[" + links + "],\"title\":\"Yoake\"}"))
			.getFirst()).content();
		assertThat(found.sources()).extracting(SourceLink::key).containsExactly("ANIDB#5", "ANIDB#7");
	}

	@Test
	void takeWhatIsUnknownForAbsent() throws IOException {
		String odd = """
				{"sources":["https://anidb.net/anime/7"],"title":"Yoake","type":"HOLOGRAM","status":7,"episodes":-1,\
				"animeSeason":{"season":"MONSOON","year":1066},"picture":"http://exa mple","thumbnail":{"x":[1]},\
				"duration":{"value":5,"unit":"HOURS"},"score":{"median":11},"synonyms":"none","tags":[" a ","",1,["b"]]}""";
		DatasetRecord found = ((DatasetLine.Parsed) lines(file(HEADER + "\n" + odd)).getFirst()).content();
		assertThat(found).isEqualTo(new DatasetRecord(List.of(SourceLink.ofKey("ANIDB#7")), "Yoake", AnimeType.UNKNOWN,
				null, AiringStatus.UNKNOWN, null, null, null, null, null, null, List.of(), List.of(), List.of(),
				List.of(), List.of("a")));
	}

	@Test
	void needNoMemoryForALineOfHalfAGigabyte() throws IOException {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		for (String[] around : new String[][] { { HEADER + "\n{\"title\":\"", "\"}\n" + YOAKE },
				{ "{\"lastUpdate\":\"2026-11-13\",\"data\":[{\"title\":\"", "\"}," + YOAKE + "]}" } }) {
			DatasetFile file = enormous(around[0], around[1]);
			long before = threads.getCurrentThreadAllocatedBytes();
			List<DatasetLine> lines = lines(file);
			assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(48L << 20);
			assertThat(lines).hasSize(2);
			assertThat(lines.getFirst()).isEqualTo(new DatasetLine.Broken(1, "longer than any record"));
			assertThat(lines.getLast()).isInstanceOf(DatasetLine.Parsed.class);
		}
		DatasetFile endless = enormous("{\"lastUpdate\":\"", "\"}");
		assertThatIOException().isThrownBy(endless::metadata).withMessageContaining("metadata does not end");
	}

	@Test
	void countWhatNoEntryCouldHoldAsBroken() throws IOException {
		String title = "x".repeat(300_000);
		for (String form : List.of(HEADER + "\n{\"title\":\"" + title + "\"}\n" + YOAKE,
				"{\"data\":[{\"title\":\"" + title + "\"}," + YOAKE + "]}")) {
			List<DatasetLine> lines = lines(file(form));
			assertThat(lines.getFirst()).isEqualTo(new DatasetLine.Broken(1, "longer than any record"));
			assertThat(lines.getLast()).isInstanceOf(DatasetLine.Parsed.class);
		}
	}

	@Test
	void leaveOutALinkThatNoTableCouldHold() throws IOException {
		String links = "\"https://example.org/" + "x".repeat(2_000) + "\",\"https://anidb.net/anime/5\"";
		DatasetRecord found = ((DatasetLine.Parsed) lines(
				file(HEADER + "\n{\"sources\":[" + links + "],\"title\":\"Yoake\"}"))
			.getFirst()).content();
		assertThat(found.sources()).extracting(SourceLink::key).containsExactly("ANIDB#5");
	}

	@Test
	void unpackNoMoreThanAgreed() throws IOException {
		Path bomb = Files.write(this.folder.resolve("bomb"), Zstd.compress(new byte[8 << 20]));
		assertThatIOException().isThrownBy(() -> lines(new DatasetFile(bomb, 1 << 20)))
			.withMessageContaining("longer than the 1048576 bytes");
		byte[] greedy = wideWindow();
		assertThatIOException().isThrownBy(() -> lines(file(greedy))).withMessageContaining("memory");
	}

	@Test
	void tellATruncatedFile() throws IOException {
		byte[] whole = Zstd.compress((HEADER + "\n" + YOAKE).getBytes(StandardCharsets.UTF_8));
		for (int length : new int[] { 1, 5, whole.length / 2, whole.length - 1 }) {
			assertThatIOException().as("%d bytes", length).isThrownBy(() -> lines(file(Arrays.copyOf(whole, length))));
		}
	}

	@Test
	void digestWhatARecordSaysAndNothingElse() throws IOException {
		DatasetRecord plain = Records.aRecord("Yoake", "ANIDB#7", "KITSU#8");
		assertThat(plain.hash()).isEqualTo(Records.aRecord("Yoake", "KITSU#8", "ANIDB#7").hash())
			.startsWith("2:")
			.hasSize(34);
		assertThat(List.of(plain.hash(), Records.aRecord("Yoake ", "ANIDB#7", "KITSU#8").hash(),
				Records.aRecord("Yoake", "ANIDB#7").hash(), Records.aRecord("Yoake", "ANIDB#7", "ANILIST#8").hash(),
				Records.aRecord("ekaoY", "ANIDB#7", "KITSU#8").hash(),
				Records.aRecord("Yoakf", "ANIDB#7", "KITSU#8").hash()))
			.doesNotHaveDuplicates();
		assertThat(digest("\"synonyms\":[\"ab\",\"c\"]")).isNotEqualTo(digest("\"synonyms\":[\"a\",\"bc\"]"))
			.isNotEqualTo(digest("\"studios\":[\"ab\",\"c\"]"))
			.isEqualTo(digest("\"tags\":[],\"synonyms\":[\"ab\",\"c\"],\"other\":1"));
	}

	private String digest(String members) throws IOException {
		String record = YOAKE.replace("}", "," + members + "}");
		return ((DatasetLine.Parsed) lines(file(HEADER + "\n" + record)).getFirst()).content().hash();
	}

	private DatasetFile enormous(String before, String after) throws IOException {
		Path path = this.folder.resolve("enormous");
		byte[] filling = new byte[1 << 20];
		Arrays.fill(filling, (byte) 'x');
		try (OutputStream bytes = new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
			bytes.write(before.getBytes(StandardCharsets.UTF_8));
			for (int i = 0; i < 500; i++) {
				bytes.write(filling);
			}
			bytes.write(after.getBytes(StandardCharsets.UTF_8));
		}
		return new DatasetFile(path, Long.MAX_VALUE);
	}

	/** A frame that asks for a window of 1 GiB. */
	private static byte[] wideWindow() {
		return new byte[] { 0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) ((30 - 10) << 3), 1, 0, 0 };
	}

	private DatasetFile file(String text) throws IOException {
		return file(text.getBytes(StandardCharsets.UTF_8));
	}

	private DatasetFile file(byte[] bytes) throws IOException {
		return new DatasetFile(Files.write(this.folder.resolve("release"), bytes), Long.MAX_VALUE);
	}

	private static List<String> titles(DatasetFile file) throws IOException {
		return lines(file).stream().map((line) -> ((DatasetLine.Parsed) line).content().title()).toList();
	}

	private static List<DatasetLine> lines(DatasetFile file) throws IOException {
		List<DatasetLine> lines = new ArrayList<>();
		file.look((line) -> lines.add(line.read()));
		return lines;
	}

}

package io.mokuroku.sync.diff;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.dataset.LinePrint;
import io.mokuroku.sync.dataset.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KnownRecordsTests {

	private static final DatasetRecord YOAKE = Records.aRecord("Yoake", "MYANIMELIST#1", "KITSU#yoake", "ANIDB#7");

	private static final DatasetRecord HOSHI = Records.aRecord("Hoshi", AiringStatus.ONGOING,
			"OTHER#https://example.org/1");

	@TempDir
	private Path folder;

	@Test
	void aReleaseReadAgainSaysTheSame() throws Exception {
		ReleaseIndex first = new KnownRecords(new ReleaseIndex()).read(release(line("Yoake", 1), line("Hoshi", 2)));
		DatasetFile second = release(line("Hoshi", 2), "no record", line("Yoake", 3), line("Yoake", 1));
		ReleaseIndex known = new KnownRecords(first).read(second);
		ReleaseIndex parsed = new KnownRecords(new ReleaseIndex()).read(second);
		assertSame(known, parsed);
		assertThat(known.size()).isEqualTo(3);
		assertThat(known.broken()).isEqualTo(1);
		assertThat(known.holdsRecord(1)).isFalse();
	}

	@Test
	void whatIsKnownIsNotParsed() throws Exception {
		byte[] line = line("Yoake", 1).getBytes(StandardCharsets.UTF_8);
		ReleaseIndex claim = new ReleaseIndex();
		claim.add(LinePrint.of(line, 0, line.length), HOSHI);
		assertSame(new KnownRecords(claim).read(release(line("Yoake", 1))), index(HOSHI));
	}

	@Test
	void positionsWithoutRecordCountToo() {
		ReleaseIndex index = index(YOAKE);
		index.addBroken();
		index.add(Records.print(HOSHI), HOSHI);
		assertThat(index.positions()).isEqualTo(3);
		assertThat(index.broken()).isEqualTo(1);
		assertThat(index.holdsRecord(0)).isTrue();
		assertThat(index.holdsRecord(1)).isFalse();
		assertThat(index.holdsRecord(2)).isTrue();
	}

	@Test
	void anIndexComesBackAsItWasStored() throws IOException {
		ReleaseIndex index = index(YOAKE, HOSHI);
		assertSame(read(stored(index)), index);
	}

	@Test
	void anIndexOfAnotherVersionIsNotUsed() throws IOException {
		byte[] stored = stored(index(YOAKE));
		ByteBuffer.wrap(stored).putInt(IndexForm.VERSION + 1);
		assertThat(IndexForm.read(new DataInputStream(new ByteArrayInputStream(stored)))).isEmpty();
	}

	@Test
	void anIndexThatBreaksOffIsRefused() throws IOException {
		byte[] stored = stored(index(YOAKE, HOSHI));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(Arrays.copyOf(stored, stored.length - 1)));
	}

	/**
	 * If this fails, records are read, digested or ranked in another way than indexes
	 * remember that are stored: raise the version of {@link IndexForm} and mend the
	 * number.
	 */
	@Test
	void theVersionNamesTheWayRecordsAreRead() throws IOException {
		byte[] stored = stored(index(YOAKE, HOSHI));
		byte[] saying = Arrays.copyOfRange(stored, 24, stored.length);
		assertThat(IndexForm.VERSION).isEqualTo(1);
		assertThat(LinePrint.of(saying, 0, saying.length))
			.isEqualTo(new LinePrint(-2193143591305724996L, -7188046797497375670L));
	}

	private DatasetFile release(String... lines) throws IOException {
		return new DatasetFile(Files.writeString(this.folder.resolve("release.jsonl"), String.join("\n", lines)),
				Long.MAX_VALUE);
	}

	private static String line(String title, int id) {
		return "{\"sources\":[\"https://myanimelist.net/anime/%d\"],\"title\":\"%s\"}".formatted(id, title);
	}

	private static ReleaseIndex index(DatasetRecord... records) {
		ReleaseIndex index = new ReleaseIndex();
		Arrays.stream(records).forEach((content) -> index.add(Records.print(content), content));
		return index;
	}

	private static byte[] stored(ReleaseIndex index) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		IndexForm.write(index, new DataOutputStream(bytes));
		return bytes.toByteArray();
	}

	private static ReleaseIndex read(byte[] stored) throws IOException {
		return IndexForm.read(new DataInputStream(new ByteArrayInputStream(stored))).orElseThrow();
	}

	private static void assertSame(ReleaseIndex one, ReleaseIndex other) {
		assertThat(one.size()).isEqualTo(other.size());
		for (int i = 0; i < one.size(); i++) {
			assertThat(one.hash(i)).isEqualTo(other.hash(i));
			assertThat(one.urgency(i)).isEqualTo(other.urgency(i));
			assertThat(one.links(i)).isEqualTo(other.links(i));
		}
	}

}

package io.mokuroku.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form in which services tell each other of exports must not change by accident.
 */
final class ExportTests {

	private static final Export EXPORT = new Export(1, "20261129T030000.000Z-0badcafe",
			Instant.parse("2026-11-29T03:00:00Z"), "2026-48",
			"exports/20261129T030000.000Z-0badcafe/catalogue.jsonl.gz", 52_428_800,
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 34_898,
			new Licence("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/", "DbCL-1.0",
					"https://opendatacommons.org/licenses/dbcl/1-0/", "Contains information from a dataset"));

	@Test
	void isWrittenAndReadInItsGoldenForm() throws IOException {
		byte[] golden = golden();
		assertThat(Export.read(golden)).isEqualTo(EXPORT);
		assertThat(EXPORT.written()).asString(StandardCharsets.UTF_8)
			.isEqualTo(new String(golden, StandardCharsets.UTF_8).strip());
	}

	@Test
	void readsWhatALaterServiceSaysBeyond() {
		String later = new String(EXPORT.written(), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"more\":[1],");
		assertThat(Export.read(later.getBytes(StandardCharsets.UTF_8))).isEqualTo(EXPORT);
	}

	@Test
	void saysNothingOfAReleaseThatNobodyApplied() {
		Export first = new Export(1, "a", EXPORT.takenAt(), null, "b", 1, "c", 0, EXPORT.licence());
		assertThat(first.written()).asString(StandardCharsets.UTF_8).doesNotContain("sourceRelease");
		assertThat(Export.read(first.written())).isEqualTo(first);
	}

	private static byte[] golden() throws IOException {
		try (InputStream file = Objects.requireNonNull(ExportTests.class.getResourceAsStream("latest.json"))) {
			return file.readAllBytes();
		}
	}

}

package io.mokuroku.sync.snapshot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.digest.Sha256;
import io.mokuroku.export.Export;
import io.mokuroku.message.RetryableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a file for everybody of a snapshot that was verified: one line of JSON for each
 * entry, gzip. It is read back before it is told of. A snapshot is good without it.
 */
final class WriteExport {

	private static final Logger logger = LoggerFactory.getLogger(WriteExport.class);

	private static final String ROOT = "exports/";

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private final SnapshotStore snapshots;

	private final SnapshotStore exports;

	private final int keep;

	/**
	 * Writes from one store to another.
	 * @param keep how many exports are kept
	 */
	WriteExport(SnapshotStore snapshots, SnapshotStore exports, int keep) {
		this.snapshots = snapshots;
		this.exports = exports;
		this.keep = keep;
	}

	/** Writes the export of a snapshot; a failure is logged, for the next one to mend. */
	void after(Manifest manifest) {
		try {
			Export export = write(manifest);
			logger.info("export written snapshot={} entries={} bytes={}", manifest.id(), export.entries(),
					export.bytes());
		}
		catch (SnapshotUnusable | RetryableFailure | UncheckedIOException ex) {
			logger.error("export failed snapshot={} failure={}", manifest.id(), ex.toString());
		}
	}

	Export write(Manifest manifest) throws SnapshotUnusable {
		String key = ROOT + manifest.id() + "/catalogue.jsonl.gz";
		long written = upload(manifest, key);
		Export export = verified(manifest, key, written);
		this.exports.put(Export.LATEST, export.written());
		this.exports.folders(ROOT)
			.stream()
			.sorted(Comparator.reverseOrder())
			.skip(this.keep)
			.forEach((id) -> this.exports.removeAll(ROOT + id + "/"));
		return export;
	}

	private long upload(Manifest manifest, String key) throws SnapshotUnusable {
		String folder = Snapshots.folder(manifest.id());
		AmendedEntries amended = AmendedEntries.of(this.snapshots, folder, manifest);
		AdultEntries hidden = new AdultEntries();
		read(folder, manifest, amended, hidden::look);
		try (SnapshotStore.Upload upload = this.exports.begin(key)) {
			Lines lines = new Lines(new GZIPOutputStream(upload, 1 << 16));
			read(folder, manifest, amended, (entry) -> ExportedEntry.of(entry, hidden).ifPresent(lines::write));
			lines.out.finish();
			upload.complete();
			return lines.count;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(String folder, Manifest manifest, AmendedEntries amended, Consumer<AnimeEntry> each)
			throws SnapshotUnusable {
		for (SnapshotFile file : manifest.files()) {
			if (file.table() == TruthTable.ANIME) {
				try (FetchedFile fetched = FetchedFile.fetch(this.snapshots, folder, file)) {
					fetched.readEntries((stored) -> {
						if (amended.counts(file, stored)) {
							stored.content().ifPresent(each);
						}
					});
				}
			}
		}
	}

	private Export verified(Manifest manifest, String key, long written) throws SnapshotUnusable {
		try {
			Path copy = Files.createTempFile("export-", ".gz");
			try {
				Files.delete(copy);
				if (!this.exports.fetch(key, copy)) {
					throw new SnapshotUnusable("The export is missing");
				}
				long found = lines(copy);
				if (found != written) {
					throw new SnapshotUnusable("The export has %d lines, %d were written".formatted(found, written));
				}
				return new Export(Export.SCHEMA_VERSION, manifest.id(), manifest.readPoint().end(),
						manifest.sourceRelease(), key, Files.size(copy), Sha256.hex(copy), written, manifest.licence());
			}
			finally {
				Files.deleteIfExists(copy);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long lines(Path gzip) throws IOException {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				new GZIPInputStream(Files.newInputStream(gzip), 1 << 16), StandardCharsets.UTF_8))) {
			return lines.lines().count();
		}
	}

	private static final class Lines {

		private final GZIPOutputStream out;

		private long count;

		Lines(GZIPOutputStream out) {
			this.out = out;
		}

		void write(ExportedEntry entry) {
			try {
				this.out.write((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
				this.count++;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}

package io.mokuroku.sync.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.github.luben.zstd.ZstdOutputStream;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Writes the items of one table into files, a new one whenever one has grown to its size.
 * Not safe for use by several threads.
 */
final class FileSeries implements AutoCloseable {

	private static final int LEVEL = 3;

	private final SnapshotStore store;

	private final String folder;

	private final String series;

	private final TruthTable table;

	private final boolean amendment;

	private final long fileSize;

	private final List<SnapshotFile> written = new ArrayList<>();

	private @Nullable OpenFile open;

	/**
	 * Begins a series.
	 * @param folder where the snapshot lies, ends with a slash
	 * @param series what its files are named after, in lower case, unique in the snapshot
	 * and table
	 * @param amendment whether its entries replace those of other files
	 * @param fileSize after how many compressed bytes the next file begins
	 */
	FileSeries(SnapshotStore store, String folder, String series, TruthTable table, boolean amendment, long fileSize) {
		this.store = store;
		this.folder = folder;
		this.series = series;
		this.table = table;
		this.amendment = amendment;
		this.fileSize = fileSize;
	}

	/** Writes items that must not be parted. */
	void add(List<StoredItem> together) {
		try {
			OpenFile file = this.open;
			if (file == null) {
				file = new OpenFile();
				this.open = file;
			}
			for (StoredItem item : together) {
				file.add(item);
			}
			if (file.bytes >= this.fileSize) {
				this.written.add(file.complete());
				this.open = null;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Completes the last file. */
	List<SnapshotFile> finish() {
		try {
			if (this.open != null) {
				this.written.add(this.open.complete());
				this.open = null;
			}
			return List.copyOf(this.written);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Leaves nothing of a file that was not completed. */
	@Override
	public void close() {
		if (this.open != null) {
			this.open.upload.close();
			this.open = null;
		}
	}

	private final class OpenFile {

		private final String name = "%s/%s-%05d.jsonl.zst".formatted(FileSeries.this.table.tableName(),
				FileSeries.this.series, FileSeries.this.written.size() + 1);

		private final SnapshotStore.Upload upload = FileSeries.this.store.begin(FileSeries.this.folder + this.name);

		private final DigestOutputStream digest = new DigestOutputStream(new Counting(), Sha256.begun());

		private final OutputStream lines;

		private final Map<String, Long> kinds = new TreeMap<>();

		private long items;

		private long bytes;

		OpenFile() throws IOException {
			this.lines = new ZstdOutputStream(this.digest, LEVEL).setChecksum(true);
		}

		void add(StoredItem item) throws IOException {
			this.lines.write((item.line() + "\n").getBytes(StandardCharsets.UTF_8));
			this.kinds.merge(item.kind(), 1L, Long::sum);
			this.items++;
		}

		SnapshotFile complete() throws IOException {
			try (this.upload) {
				this.lines.close();
				this.upload.complete();
			}
			return new SnapshotFile(this.name, FileSeries.this.table, FileSeries.this.amendment, this.bytes,
					HexFormat.of().formatHex(this.digest.getMessageDigest().digest()), this.items, this.kinds);
		}

		private final class Counting extends OutputStream {

			@Override
			public void write(int value) throws IOException {
				OpenFile.this.upload.write(value);
				OpenFile.this.bytes++;
			}

			@Override
			public void write(byte[] buffer, int from, int count) throws IOException {
				OpenFile.this.upload.write(buffer, from, count);
				OpenFile.this.bytes += count;
			}

			/** The upload is completed or aborted by others. */
			@Override
			public void close() {
			}

		}

	}

}

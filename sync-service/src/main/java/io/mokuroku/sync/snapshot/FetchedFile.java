package io.mokuroku.sync.snapshot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.github.luben.zstd.ZstdInputStream;
import io.mokuroku.catalogue.store.EntryGroups;
import io.mokuroku.catalogue.store.StoredEntry;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.digest.Sha256;

/**
 * A file of a snapshot on this machine until it is closed, known to have the bytes that
 * its manifest promises.
 */
final class FetchedFile implements AutoCloseable {

	private final SnapshotFile promised;

	private final Path copy;

	private FetchedFile(SnapshotFile promised, Path copy) {
		this.promised = promised;
		this.copy = copy;
	}

	/**
	 * Fetches a file.
	 * @param folder where its snapshot lies
	 * @throws SnapshotUnusable if it is missing or has other bytes
	 */
	static FetchedFile fetch(SnapshotStore store, String folder, SnapshotFile file) throws SnapshotUnusable {
		Path copy = null;
		try {
			copy = Files.createTempFile("snapshot-", ".zst");
			Files.delete(copy);
			if (!store.fetch(folder + file.name(), copy)) {
				throw new SnapshotUnusable("File %s is missing".formatted(file.name()));
			}
			FetchedFile fetched = new FetchedFile(file, copy);
			fetched.compareBytes();
			copy = null;
			return fetched;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No room for a file of a snapshot", ex);
		}
		finally {
			if (copy != null) {
				delete(copy);
			}
		}
	}

	/**
	 * Reads every item, and compares their number and kinds with what was promised.
	 * @throws SnapshotUnusable if it cannot be read or holds something else; items may
	 * have been passed on by then
	 */
	void read(Consumer<StoredItem> each) throws SnapshotUnusable {
		Map<String, Long> kinds = new TreeMap<>();
		long items = 0;
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(new ZstdInputStream(Files.newInputStream(this.copy)), StandardCharsets.UTF_8),
				1 << 16)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				items++;
				StoredItem item = parse(line, items);
				kinds.merge(item.kind(), 1L, Long::sum);
				each.accept(item);
			}
		}
		catch (IOException ex) {
			throw new SnapshotUnusable("File %s cannot be read: %s".formatted(this.promised.name(), ex.getMessage()),
					ex);
		}
		if (items != this.promised.items() || !kinds.equals(this.promised.kinds())) {
			throw new SnapshotUnusable("File %s holds %d items %s, the manifest promises %d %s"
				.formatted(this.promised.name(), items, kinds, this.promised.items(), this.promised.kinds()));
		}
	}

	/** Reads every entry with its parts. */
	void readEntries(Consumer<StoredEntry> each) throws SnapshotUnusable {
		EntryGroups groups = new EntryGroups(each);
		read(groups::add);
		groups.finish();
	}

	@Override
	public void close() {
		delete(this.copy);
	}

	private void compareBytes() throws IOException, SnapshotUnusable {
		long size = Files.size(this.copy);
		String found = Sha256.hex(this.copy);
		if (size != this.promised.bytes() || !found.equals(this.promised.sha256())) {
			throw new SnapshotUnusable("File %s has %d bytes with digest %s, the manifest promises %d with %s"
				.formatted(this.promised.name(), size, found, this.promised.bytes(), this.promised.sha256()));
		}
	}

	private StoredItem parse(String line, long number) throws SnapshotUnusable {
		try {
			return StoredItem.parse(this.promised.table(), line);
		}
		catch (IllegalArgumentException ex) {
			throw new SnapshotUnusable("Line %d of file %s holds no item".formatted(number, this.promised.name()), ex);
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			file.toFile().deleteOnExit();
		}
	}

}

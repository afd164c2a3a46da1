package io.mokuroku.sync.snapshot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.store.StoredEntry;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthTable;

/**
 * Reads back every file of a snapshot: its bytes, its lines, their number.
 */
final class CheckSnapshot {

	private final SnapshotStore store;

	private final int parallelism;

	CheckSnapshot(SnapshotStore store, int parallelism) {
		this.store = store;
		this.parallelism = parallelism;
	}

	/**
	 * Reads a snapshot.
	 * @param manifest tells the files; its tables are not looked at
	 * @return what it holds
	 * @throws SnapshotUnusable if one file is not as it should be
	 */
	List<TableContents> contents(String folder, Manifest manifest) throws SnapshotUnusable, InterruptedException {
		AmendedEntries amended = AmendedEntries.of(this.store, folder, manifest);
		Map<TruthTable, Map<String, Long>> kinds = new EnumMap<>(TruthTable.class);
		for (TruthTable table : TruthTable.values()) {
			kinds.put(table, new TreeMap<>());
		}
		SideBySide.each(this.parallelism, manifest.files(), (file) -> {
			Map<String, Long> found = count(folder, file, amended);
			synchronized (kinds) {
				Map<String, Long> sum = kinds.computeIfAbsent(file.table(), (table) -> new TreeMap<>());
				found.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
			}
		});
		List<TableContents> contents = new ArrayList<>();
		kinds.forEach((table, counts) -> contents
			.add(new TableContents(table, counts.values().stream().mapToLong(Long::longValue).sum(), counts)));
		return contents;
	}

	/**
	 * Reads a snapshot and compares it with what its manifest promises. Tables that did
	 * not exist when it was taken are empty in it.
	 * @throws SnapshotUnusable if it is not the same
	 */
	void compare(String folder, Manifest manifest) throws SnapshotUnusable, InterruptedException {
		List<TableContents> found = contents(folder, manifest);
		if (!held(found).equals(held(manifest.tables()))) {
			throw new SnapshotUnusable(
					"The files hold %s, the manifest promises %s".formatted(found, manifest.tables()));
		}
	}

	private static List<TableContents> held(List<TableContents> tables) {
		return tables.stream().filter((table) -> !table.kinds().isEmpty()).toList();
	}

	private Map<String, Long> count(String folder, SnapshotFile file, AmendedEntries amended) throws SnapshotUnusable {
		Map<String, Long> kinds = new TreeMap<>();
		try (FetchedFile fetched = FetchedFile.fetch(this.store, folder, file)) {
			if (file.table() == TruthTable.ANIME) {
				fetched.readEntries((entry) -> count(entry, amended.counts(file, entry), kinds));
			}
			else {
				fetched.read((item) -> kinds.merge(item.kind(), 1L, Long::sum));
			}
		}
		return kinds;
	}

	private static void count(StoredEntry entry, boolean counts, Map<String, Long> kinds) {
		if (counts) {
			for (StoredItem item : entry.items()) {
				kinds.merge(item.kind(), 1L, Long::sum);
			}
		}
	}

}

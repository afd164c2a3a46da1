package io.mokuroku.sync.snapshot;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.mokuroku.catalogue.store.TruthTable;

/**
 * One file of a snapshot: items of one table, a line each, compressed. All items of an
 * entry lie together in one file.
 *
 * @param name its name within the snapshot
 * @param table the table its items belong to
 * @param amendment whether its entries replace those of the same ids in other files
 * @param bytes its size, compressed
 * @param sha256 the digest of these bytes, in hexadecimal
 * @param items how many lines it has
 * @param kinds how many of them are of which kind
 */
record SnapshotFile(String name, TruthTable table, boolean amendment, long bytes, String sha256, long items,
		Map<String, Long> kinds) {

	SnapshotFile {
		Objects.requireNonNull(table, "table");
		Objects.requireNonNull(sha256, "sha256");
		if (!name.matches("[a-z0-9-]{1,40}/[a-z0-9-]{1,40}\\.jsonl\\.zst")) {
			throw new IllegalArgumentException("Not a name of a file of a snapshot: " + name);
		}
		kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
	}

}

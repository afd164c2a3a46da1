package io.mokuroku.sync.snapshot;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.mokuroku.catalogue.store.TruthTable;

/**
 * What a snapshot holds of a table.
 *
 * @param table the table
 * @param items how many items, those that an amendment replaces not counted
 * @param kinds how many of them are of which kind
 */
record TableContents(TruthTable table, long items, Map<String, Long> kinds) {

	TableContents {
		Objects.requireNonNull(table, "table");
		kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
	}

}

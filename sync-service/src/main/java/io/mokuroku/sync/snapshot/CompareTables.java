package io.mokuroku.sync.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.store.StoredEntry;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthItems;
import org.jspecify.annotations.Nullable;

/**
 * Compares a snapshot with the tables, item by item, and writes nothing.
 */
final class CompareTables {

	private final TruthItems items;

	CompareTables(TruthItems items) {
		this.items = items;
	}

	void entries(List<StoredEntry> entries, FileTally tally) {
		for (StoredEntry entry : entries) {
			tally.looked(entry.items().size());
			Map<String, StoredItem> present = new HashMap<>();
			this.items.entry(entry.id()).items().forEach((item) -> present.put(item.name(), item));
			for (StoredItem item : entry.items()) {
				compare(item, present.remove(item.name()), tally);
			}
			present.values().forEach((item) -> tally.differs(item.toString(), Difference.Kind.EXTRA));
		}
	}

	void items(List<StoredItem> stored, FileTally tally) {
		tally.looked(stored.size());
		Map<String, StoredItem> present = this.items.findAll(stored);
		stored.forEach((item) -> compare(item, present.get(item.name()), tally));
	}

	private static void compare(StoredItem stored, @Nullable StoredItem present, FileTally tally) {
		if (present == null) {
			tally.differs(stored.toString(), Difference.Kind.MISSING);
		}
		else if (!present.equals(stored)) {
			tally.differs(stored.toString(), Difference.Kind.CHANGED);
		}
		else {
			tally.kept();
		}
	}

}

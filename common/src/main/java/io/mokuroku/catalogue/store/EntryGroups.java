package io.mokuroku.catalogue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeId;
import org.jspecify.annotations.Nullable;

/**
 * Puts items that come one after the other together to entries.
 */
public final class EntryGroups {

	private final Consumer<StoredEntry> each;

	private final List<StoredItem> group = new ArrayList<>();

	private @Nullable String current;

	/**
	 * Begins.
	 * @param each is told every entry once its items have come
	 */
	public EntryGroups(Consumer<StoredEntry> each) {
		this.each = each;
	}

	/** The next item. */
	public void add(StoredItem item) {
		if (!item.partition().equals(this.current)) {
			finish();
			this.current = item.partition();
		}
		this.group.add(item);
	}

	/** There are no more. */
	public void finish() {
		if (this.current != null) {
			this.each.accept(new StoredEntry(AnimeId.of(this.current), this.group));
			this.group.clear();
			this.current = null;
		}
	}

}

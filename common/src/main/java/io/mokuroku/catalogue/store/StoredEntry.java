package io.mokuroku.catalogue.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;

/**
 * All items of one entry: itself and its parts.
 *
 * @param id the entry
 * @param items the items in the order of their parts; none if it does not exist
 */
public record StoredEntry(AnimeId id, List<StoredItem> items) {

	public StoredEntry {
		Objects.requireNonNull(id, "id");
		items = List.copyOf(items);
		for (StoredItem item : items) {
			if (item.table() != TruthTable.ANIME || !item.partition().equals(id.toString())) {
				throw new IllegalArgumentException(item + " is no part of " + id);
			}
		}
	}

	/** Its version, 0 if there are no items or only parts. */
	public long version() {
		return entry().map(StoredItem::version).orElse(0L);
	}

	/** What the entry says, without its parts; empty if only parts lie there. */
	public Optional<AnimeEntry> content() {
		return entry().map((item) -> EntryItems.read(item.values()));
	}

	/** The entry without its parts; parts may lie there before their entry does. */
	Optional<StoredItem> entry() {
		return this.items.stream().filter(StoredItem::isEntry).findAny();
	}

	List<StoredItem> parts() {
		return this.items.stream().filter((item) -> !item.isEntry()).toList();
	}

	/**
	 * The links that lead to it. Those of a redirect lead to the entry it was merged
	 * into.
	 */
	public Set<SourceLink> links() {
		return entry().filter((item) -> !Lifecycle.REDIRECT.name().equals(item.text("lifecycle")))
			.map((item) -> Set.copyOf(item.sources()))
			.orElse(Set.of());
	}

}

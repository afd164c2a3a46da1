package io.mokuroku.sync.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.StoredEntry;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a snapshot holds back into the tables. An entry comes with its parts and
 * its links: links first, then parts, then the entry itself, so that a crash leaves an
 * entry that is still to be written, and writing it again mends everything.
 */
final class WriteBack {

	private static final int MOST_TRIES = 5;

	private final TruthItems items;

	private final RestoreMode mode;

	WriteBack(TruthItems items, RestoreMode mode) {
		this.items = items;
		this.mode = mode;
	}

	/** Writes entries where the rule says so. */
	void entries(List<StoredEntry> entries, FileTally tally) {
		entries.forEach((entry) -> tally.looked(entry.items().size()));
		Map<AnimeId, Long> present = this.items.versions(entries.stream().map(StoredEntry::id).toList());
		List<StoredEntry> missing = new ArrayList<>();
		for (StoredEntry entry : entries) {
			switch (RestoreRule.entry(this.mode, entry.version(), present.getOrDefault(entry.id(), 0L))) {
				case ADD -> missing.add(entry);
				case REPLACE -> replace(entry, tally);
				case KEEP -> tally.kept();
			}
		}
		claim(missing, tally);
		this.items.putAll(missing.stream().flatMap((entry) -> entry.items().stream()).toList());
		tally.added(missing.size());
	}

	/** Writes items that stand for themselves where the rule says so. */
	void items(List<StoredItem> stored, FileTally tally) {
		tally.looked(stored.size());
		Map<String, StoredItem> present = this.items.findAll(stored);
		List<StoredItem> writes = new ArrayList<>();
		for (StoredItem item : stored) {
			@Nullable StoredItem now = present.get(item.name());
			if (!RestoreRule.writes(this.mode, item, now)) {
				tally.kept();
			}
			else if (item.table() == TruthTable.SOURCE_LINKS && !isNamed(item)) {
				tally.contested(1);
			}
			else {
				writes.add(item);
				if (now == null) {
					tally.added(1);
				}
				else {
					tally.replaced();
				}
			}
		}
		this.items.putAll(writes);
	}

	private void replace(StoredEntry entry, FileTally tally) {
		for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
			StoredEntry before = this.items.entry(entry.id());
			if (RestoreRule.entry(this.mode, entry.version(), before.version()) == RestoreRule.Verdict.KEEP
					|| Set.copyOf(before.items()).equals(Set.copyOf(entry.items()))) {
				tally.kept();
				return;
			}
			Map<SourceLink, AnimeId> lost = new HashMap<>();
			before.links().forEach((link) -> lost.put(link, entry.id()));
			lost.keySet().removeAll(entry.links());
			this.items.release(lost);
			claim(List.of(entry), tally);
			if (this.items.replace(entry, before)) {
				tally.replaced();
				return;
			}
		}
		throw new RetryableFailure("Entry %s keeps changing".formatted(entry.id()), null);
	}

	/** Lets the links of entries lead to them. */
	private void claim(List<StoredEntry> entries, FileTally tally) {
		Map<SourceLink, AnimeId> wanted = new HashMap<>();
		entries.forEach((entry) -> entry.links().forEach((link) -> wanted.put(link, entry.id())));
		Map<SourceLink, AnimeId> holders = this.items.holders(wanted.keySet());
		Set<SourceLink> leave = new HashSet<>();
		holders.forEach((link, holder) -> {
			boolean ours = holder.equals(wanted.get(link));
			if (ours || this.mode == RestoreMode.NEWER_WINS) {
				leave.add(link);
				tally.contested(ours ? 0 : 1);
			}
		});
		wanted.keySet().removeAll(leave);
		this.items.hold(wanted);
	}

	/**
	 * Links are copied after entries. One that was claimed in between leads to an entry
	 * that does not know it, and would be refused to that entry for ever.
	 */
	private boolean isNamed(StoredItem link) {
		return this.items.entry(link.holder()).links().contains(SourceLink.ofKey(link.partition()));
	}

}

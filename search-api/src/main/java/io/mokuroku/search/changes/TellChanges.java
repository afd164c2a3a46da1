package io.mokuroku.search.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.search.projection.AnimeProjection;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of entries. Whoever sees no adult entries is told that one is gone
 * once it has become adult, or leads to one that is: a copy must not go on showing it.
 */
public final class TellChanges {

	private final AnimeStore entries;

	TellChanges(AnimeStore entries) {
		this.entries = entries;
	}

	/**
	 * What became of some entries, in their order. An entry that was adult from its first
	 * state on is not told of to those who may not see it.
	 * @param adult whether adult entries are told of
	 */
	public List<EntryChange> of(Collection<AnimeEntry> changed, boolean adult) {
		Set<AnimeId> hidden = adult ? Set.of() : hidden(changed);
		List<EntryChange> told = new ArrayList<>();
		for (AnimeEntry entry : changed) {
			@Nullable AnimeId target = entry.mergedInto();
			if (!hidden.contains(entry.id()) && (target == null || !hidden.contains(target))) {
				told.add(EntryChange.of(entry));
			}
			else if (entry.revision().version() > 1) {
				told.add(EntryChange.gone(entry));
			}
		}
		return told;
	}

	/** The adult ones among entries and what they lead to. */
	private Set<AnimeId> hidden(Collection<AnimeEntry> changed) {
		Map<AnimeId, AnimeEntry> known = new HashMap<>();
		Set<AnimeId> targets = new HashSet<>();
		for (AnimeEntry entry : changed) {
			known.put(entry.id(), entry);
			@Nullable AnimeId target = entry.mergedInto();
			if (target != null) {
				targets.add(target);
			}
		}
		targets.removeAll(known.keySet());
		if (!targets.isEmpty()) {
			known.putAll(this.entries.findAll(targets));
		}
		Set<AnimeId> hidden = new HashSet<>();
		for (AnimeEntry entry : known.values()) {
			if (AnimeProjection.adult(entry)) {
				hidden.add(entry.id());
			}
		}
		return hidden;
	}

}

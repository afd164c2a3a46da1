package io.mokuroku.sync.snapshot;

import java.util.HashSet;
import java.util.Set;

import io.mokuroku.catalogue.AdultRule;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * The adult entries of a snapshot and their links, so that no other entry names them.
 */
final class AdultEntries {

	private final Set<AnimeId> ids = new HashSet<>();

	private final Set<SourceLink> links = new HashSet<>();

	/** Takes an entry in, if it is for adults. */
	void look(AnimeEntry entry) {
		if (AdultRule.appliesTo(entry)) {
			this.ids.add(entry.id());
			this.links.addAll(entry.sources());
		}
	}

	boolean has(@Nullable AnimeId id) {
		return id != null && this.ids.contains(id);
	}

	/** Whether a relation leads to one. */
	boolean has(Relation relation) {
		return has(relation.animeId()) || this.links.contains(relation.target());
	}

}

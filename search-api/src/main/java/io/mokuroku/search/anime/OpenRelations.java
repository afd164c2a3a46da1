package io.mokuroku.search.anime;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.search.projection.AnimeProjection;

/**
 * What everybody may see of relations: an entry does not name the adult anime that it
 * belongs with.
 */
final class OpenRelations {

	private final AnimeStore entries;

	private final SourceLinks links;

	OpenRelations(AnimeStore entries, SourceLinks links) {
		this.entries = entries;
		this.links = links;
	}

	/** The same entries, in the same order, without relations to adult anime. */
	List<AnimeEntry> of(List<AnimeEntry> told) {
		Set<SourceLink> targets = new HashSet<>();
		Set<AnimeId> ids = new HashSet<>();
		for (AnimeEntry entry : told) {
			for (Relation relation : entry.relations()) {
				targets.add(relation.target());
				if (relation.animeId() != null) {
					ids.add(relation.animeId());
				}
			}
		}
		if (targets.isEmpty()) {
			return told;
		}
		Map<SourceLink, AnimeId> holders = this.links.findAll(targets);
		ids.addAll(holders.values());
		Set<AnimeId> hidden = this.entries.findAll(ids)
			.values()
			.stream()
			.filter(AnimeProjection::adult)
			.map(AnimeEntry::id)
			.collect(Collectors.toSet());
		return hidden.isEmpty() ? told : told.stream().map((entry) -> entry.with((open) -> {
			open.relations = entry.relations()
				.stream()
				.filter((relation) -> !hidden.contains(relation.animeId())
						&& !hidden.contains(holders.get(relation.target())))
				.toList();
		})).toList();
	}

}

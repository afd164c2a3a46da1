package io.mokuroku.enrichment.stage;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.upstream.AnimeFacts;

/**
 * Collects what an anime belongs with and finds the targets in the catalogue.
 */
final class FindRelations implements Finding<RelationList> {

	private final AnimeStore store;

	private final EntryParts parts;

	private final SourceLinks links;

	FindRelations(AnimeStore store, EntryParts parts, SourceLinks links) {
		this.store = store;
		this.parts = parts;
		this.links = links;
	}

	@Override
	public RelationList find(AnimeId animeId, List<Fetched> answers) {
		AnimeEntry entry = this.store.get(animeId);
		List<AnimeFacts> said = answers.stream().map(Fetched::anime).toList();
		List<Relation> inDataset = this.parts.datasetOf(entry).relations();
		return completed(entry, RelationMerge.merge(entry, said, inDataset,
				this.links.findAll(RelationMerge.targets(said, inDataset))));
	}

	/** What follows from entries it leads to, or was known to follow from others. */
	private RelationList completed(AnimeEntry entry, RelationList found) {
		Set<AnimeId> ids = Stream.concat(found.anime().stream(), entry.relations().stream().filter(Relation::follows))
			.map(Relation::animeId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Collection<AnimeEntry> others = this.store.findAll(ids).values();
		return new RelationList(InverseRelations.complete(entry, found.anime(), others), found.sources(),
				found.contradictions(), InverseRelations.contradictions(entry, found.anime(), others));
	}

}

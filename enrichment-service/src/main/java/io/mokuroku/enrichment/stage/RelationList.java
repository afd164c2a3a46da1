package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.SourceRelation;
import io.mokuroku.enrichment.stage.InverseRelations.Contradiction;

/**
 * What an anime belongs with.
 *
 * @param anime other anime
 * @param sources books and games
 * @param contradictions how many targets one provider calls a sequel and another a
 * prequel
 * @param mutual where another entry says the same of this one that is said of it
 */
public record RelationList(List<Relation> anime, List<SourceRelation> sources, int contradictions,
		List<Contradiction> mutual) {

	@SuppressWarnings("NullAway") // what an older worker has left lacks it
	public RelationList {
		anime = List.copyOf(anime);
		sources = List.copyOf(sources);
		mutual = (mutual != null) ? List.copyOf(mutual) : List.of();
	}

}

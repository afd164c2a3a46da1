package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.SourceRelation;

/**
 * What an anime belongs with.
 *
 * @param anime other anime
 * @param sources books and games
 * @param contradictions how many targets one provider calls a sequel and another a
 * prequel
 */
public record RelationList(List<Relation> anime, List<SourceRelation> sources, int contradictions) {

	public RelationList {
		anime = List.copyOf(anime);
		sources = List.copyOf(sources);
	}

}

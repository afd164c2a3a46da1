package io.mokuroku.review.decision;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.correction.Corrections;

/**
 * What is proposed for entries.
 */
interface Proposals {

	/** What is proposed for an entry. */
	Optional<AnimeEntry> find(AnimeId animeId);

	/** The entry of the catalogue that has a page. */
	Optional<AnimeEntry> findHolder(SourceLink link);

	/** The lists that reviewers see. */
	Corrections.Shown lists(AnimeId animeId);

	/** Replaces what is proposed for an entry. */
	void put(AnimeEntry proposal);

}

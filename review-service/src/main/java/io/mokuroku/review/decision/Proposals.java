package io.mokuroku.review.decision;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;

/**
 * What is proposed for entries.
 */
interface Proposals {

	/** What is proposed for an entry. */
	Optional<AnimeEntry> find(AnimeId animeId);

	/** The entry of the catalogue that has a page. */
	Optional<AnimeEntry> findHolder(SourceLink link);

	/** Replaces what is proposed for an entry. */
	void put(AnimeEntry proposal);

}

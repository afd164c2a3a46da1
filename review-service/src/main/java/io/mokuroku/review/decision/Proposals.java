package io.mokuroku.review.decision;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;

/**
 * What is proposed for entries.
 */
interface Proposals {

	/** What is proposed for an entry. */
	Optional<AnimeEntry> find(AnimeId animeId);

	/** Replaces what is proposed for an entry. */
	void put(AnimeEntry proposal);

}

package io.mokuroku.enrichment.stage;

import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.enrichment.fetch.Fetched;

/**
 * What a stage finds in the answers of sources.
 *
 * @param <T> what it finds, as it lies in the work area
 */
@FunctionalInterface
interface Finding<T> {

	/**
	 * Finds.
	 * @param animeId the anime
	 * @param answers what sources say, in any order
	 */
	T find(AnimeId animeId, List<Fetched> answers);

}

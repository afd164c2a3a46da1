package io.mokuroku.enrichment.merge;

import java.util.List;
import java.util.Optional;

/**
 * A way to choose among candidates.
 *
 * @param <T> what the field holds
 */
@FunctionalInterface
public interface Rule<T> {

	/**
	 * Chooses.
	 * @param candidates in the order in which their sources are trusted for this field
	 * @param mostTrusted the source trusted most, whether it said something or not
	 * @return empty if there is no candidate
	 */
	Optional<Resolved<T>> choose(List<Candidate<T>> candidates, String mostTrusted);

}

package io.mokuroku.enrichment.workflow;

import io.mokuroku.catalogue.AnimeEntry;

/**
 * What providers said before and what may be believed again.
 */
@FunctionalInterface
public interface KeptAnswers {

	/**
	 * Lets providers be asked anew about an entry, for somebody who asked on purpose. If
	 * that cannot be done now, answers are as old as they may be.
	 */
	void forget(AnimeEntry entry);

}

package io.mokuroku.search.quality;

import java.util.List;

import io.mokuroku.catalogue.AnimeId;

/**
 * Something that answers questions.
 */
@FunctionalInterface
public interface Ranking {

	/** The answers to a question, the best first. */
	List<AnimeId> answer(String question, int most);

}

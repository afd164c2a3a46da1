package io.mokuroku.search.query;

import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * One anime of an answer.
 *
 * @param anime the anime
 * @param reason the strongest of the reasons it was found for
 * @param matchedTitle the title that was meant, if it was found by one
 * @param score what it was ranked by; scores of different questions cannot be compared
 */
record SearchHit(IndexedAnime anime, Reason reason, @Nullable String matchedTitle, double score) {

	/** Why an anime was found, the strongest first. */
	enum Reason {

		/** A title is the question. */
		EXACT_TITLE,

		/** A title begins with the question. */
		TITLE_PREFIX,

		/** A title has all words of the question. */
		TITLE_WORDS,

		/** A title is the question but for a few letters. */
		SIMILAR_TITLE,

		/** Subjects, synopsis, studios or titles have words of the question. */
		TEXT,

		/** It is about what the question is about. */
		MEANING

	}

}

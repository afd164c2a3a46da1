package io.mokuroku.search.query;

import io.mokuroku.search.index.AnimeFilter;

/**
 * A search request.
 *
 * @param text what is looked for, 1 to {@link #LONGEST} characters
 * @param filter what every hit must be
 * @param limit how many hits at most, 1 to {@link #MOST_HITS}
 */
record SearchQuestion(String text, AnimeFilter filter, int limit) {

	/** Longer texts are refused. */
	static final int LONGEST = 2_000;

	static final int MOST_HITS = 50;

	SearchQuestion {
		text = text.strip();
		if (text.isEmpty() || text.length() > LONGEST) {
			throw new IllegalArgumentException("A question has 1 to %d characters".formatted(LONGEST));
		}
		if (limit < 1 || limit > MOST_HITS) {
			throw new IllegalArgumentException("A question asks for 1 to %d hits".formatted(MOST_HITS));
		}
	}

}

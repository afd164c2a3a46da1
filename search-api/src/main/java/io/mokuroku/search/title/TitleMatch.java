package io.mokuroku.search.title;

import java.util.Comparator;

/**
 * How a title is what a query meant.
 *
 * @param kind how it matched
 * @param edits the typing errors assumed, 0 unless {@code kind} is {@link Kind#TYPO}
 * @param closeness how much of each other query and title are, 0 to 1
 */
public record TitleMatch(Kind kind, int edits, double closeness) implements Comparable<TitleMatch> {

	private static final Comparator<TitleMatch> BEST_FIRST = Comparator
		.comparing((TitleMatch match) -> match.kind() != Kind.EXACT)
		.thenComparing(TitleMatch::closeness, Comparator.reverseOrder())
		.thenComparing(TitleMatch::kind);

	/** How a title can match. */
	public enum Kind {

		/** The same after folding. */
		EXACT,

		/** The title begins with the query. */
		PREFIX,

		/** The title has every word of the query. */
		WORDS,

		/** The title, or its first words, is the query but for a few letters. */
		TYPO,

		/** The title has much of the query. */
		PARTS

	}

	@Override
	public int compareTo(TitleMatch other) {
		return BEST_FIRST.compare(this, other);
	}

}

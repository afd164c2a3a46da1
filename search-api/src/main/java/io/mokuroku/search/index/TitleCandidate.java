package io.mokuroku.search.index;

import java.util.Comparator;

import io.mokuroku.search.title.TitleMatch;

/**
 * What may be meant by a title, in every index ranked alike.
 *
 * @param <K> by what an index knows an anime
 * @param key the anime; decides between equals
 * @param best its closest title
 * @param prominence how well it is known, 0 to 1
 */
record TitleCandidate<K extends Comparable<K>>(K key, TitleHit.Best best, double prominence) {

	/** The exact ones first, then the closest. */
	static <K extends Comparable<K>> Comparator<TitleCandidate<K>> bestFirst() {
		return Comparator.comparing((TitleCandidate<K> each) -> each.best().match().kind() != TitleMatch.Kind.EXACT)
			.thenComparing((each) -> TitleHit.likeness(each.best().match(), each.prominence()),
					Comparator.reverseOrder())
			.thenComparing((each) -> each.key());
	}

	/** Whole titles before words of titles, each the better known first. */
	static <K extends Comparable<K>> Comparator<TitleCandidate<K>> kindThenProminence() {
		return Comparator.comparing((TitleCandidate<K> each) -> each.best().match().kind())
			.thenComparing((each) -> each.prominence(), Comparator.reverseOrder())
			.thenComparing((each) -> each.key());
	}

}

package io.mokuroku.search.index;

import java.util.Comparator;

import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.TitleMatch;

/**
 * An anime that was found by a title.
 *
 * @param anime the anime
 * @param match the title, and how it matched
 */
public record TitleHit(IndexedAnime anime, TitleMatch match) implements Comparable<TitleHit> {

	private static final Comparator<TitleHit> BEST_FIRST = Comparator.comparing((TitleHit hit) -> hit.match().kind())
		.thenComparingInt((hit) -> hit.match().edits())
		.thenComparing((hit) -> hit.anime().prominence(), Comparator.reverseOrder())
		.thenComparingInt((hit) -> hit.match().rest())
		.thenComparing((hit) -> hit.anime().id());

	@Override
	public int compareTo(TitleHit other) {
		return BEST_FIRST.compare(this, other);
	}

}

package io.mokuroku.search.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.TitleMatch;

/**
 * An anime that was found by a title.
 *
 * @param anime the anime
 * @param title the title, as it is written
 * @param match how it matched
 */
public record TitleHit(IndexedAnime anime, String title, TitleMatch match) {

	/** What the best known anime has ahead of an unknown one whose title is as close. */
	private static final double PROMINENCE_WEIGHS = 0.04;

	/** The one of some titles that comes closest, if any is a match. */
	static Optional<Best> best(Function<FoldedTitle, Optional<TitleMatch>> query, List<FoldedTitle> titles) {
		Best best = null;
		for (int i = 0; i < titles.size(); i++) {
			TitleMatch match = query.apply(titles.get(i)).orElse(null);
			if (match != null && (best == null || match.compareTo(best.match()) < 0)) {
				best = new Best(i, match);
			}
		}
		return Optional.ofNullable(best);
	}

	/** How close a title is, where among the close the better known comes first. */
	static double likeness(TitleMatch match, double prominence) {
		return match.closeness() + PROMINENCE_WEIGHS * prominence;
	}

	/** How close the title is, where among the close the better known comes first. */
	public double likeness() {
		return likeness(this.match, this.anime.prominence());
	}

	/**
	 * The best of several titles.
	 *
	 * @param number which it is, from 0
	 * @param match how it matched
	 */
	record Best(int number, TitleMatch match) {
	}

}

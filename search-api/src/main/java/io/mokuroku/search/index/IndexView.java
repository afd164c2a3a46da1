package io.mokuroku.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds at one moment, to be asked.
 */
public interface IndexView {

	/** The anime whose titles a query means, the best first. */
	List<TitleHit> named(FoldedTitle query, AnimeFilter filter, int most);

	/**
	 * The anime one of whose titles begins with a text, or else a word of whose titles
	 * does, the better known first.
	 */
	List<TitleHit> beginning(FoldedTitle start, int most);

	/** The anime whose subjects, synopsis, studios or titles hold words of a text. */
	List<IndexedAnime> about(String text, AnimeFilter filter, int most);

	/**
	 * The anime that share subjects, the more and the rarer the better.
	 * @param subjects as {@link IndexedAnime#subjects()} has them
	 */
	List<IndexedAnime> sharing(Collection<String> subjects, AnimeFilter filter, int most);

	/**
	 * The anime whose vectors lie nearest.
	 * @param vector a vector of length 1
	 */
	List<NearHit> nearest(float[] vector, AnimeFilter filter, int most);

	/** The anime that pass, the likeliest to be meant first. */
	default List<IndexedAnime> listed(AnimeFilter filter, int most) {
		return listed(filter, AnimeOrder.PROMINENCE, null, most);
	}

	/**
	 * The anime that pass, in an order.
	 * @param after the place behind which to begin, if not with the first
	 */
	List<IndexedAnime> listed(AnimeFilter filter, AnimeOrder order, AnimeOrder.@Nullable Place after, int most);

	/** How many pass. */
	int count(AnimeFilter filter);

	/**
	 * How many of the anime that pass have each value of a field, the most frequent
	 * first.
	 * @param field one that is {@link AnimeField#counted() counted}
	 */
	List<ValueCount> values(AnimeFilter filter, AnimeField field, int most);

	/** An anime that may be shown. */
	Optional<IndexedAnime> find(AnimeId id);

	/** The vector of an anime, of length 1. */
	Optional<float[]> findVector(AnimeId id);

	/**
	 * The anime that have one of some links, or name one of them as related.
	 * @param links as {@link IndexedAnime#links()} has them
	 */
	List<IndexedAnime> linked(Collection<String> links, int most);

	/** The words by which anime can be filtered. */
	Vocabulary vocabulary();

}

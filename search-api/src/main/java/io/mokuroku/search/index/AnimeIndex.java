package io.mokuroku.search.index;

import java.util.List;

import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;

/**
 * The search index. It holds at most one document for each anime, never an older version
 * over a newer one, and can be rebuilt from the catalogue. Safe for use by many threads.
 */
public interface AnimeIndex {

	/**
	 * Makes changes durable and searchable, and returns when they are both. Doing it
	 * again is harmless.
	 * @throws io.mokuroku.message.RetryableFailure if they may not have been kept
	 */
	void apply(List<IndexChange> changes);

	/** The anime whose titles a query means, the best first. */
	List<TitleHit> named(FoldedTitle query, AnimeFilter filter, int most);

	/** The anime whose subjects, synopsis, studios or titles hold words of a text. */
	List<IndexedAnime> about(String text, AnimeFilter filter, int most);

	/**
	 * The anime whose vectors lie nearest.
	 * @param vector a vector of length 1
	 */
	List<NearHit> nearest(float[] vector, AnimeFilter filter, int most);

	/**
	 * Anime whose vector is missing or was made from another text, the most prominent
	 * first.
	 */
	List<IndexedAnime> withoutVector(int most);

	/**
	 * Has a listener called after anime have come, changed or gone; not for vectors. It
	 * must return at once.
	 */
	void onChange(Runnable listener);

	/** How much the index holds. */
	IndexCounts counts();

}

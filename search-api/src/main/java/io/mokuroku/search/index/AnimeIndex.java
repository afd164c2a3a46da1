package io.mokuroku.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.jspecify.annotations.Nullable;

/**
 * The search index. It holds at most one document for each anime, never an older version
 * over a newer one, and can be rebuilt from the catalogue. Safe for use by many threads.
 */
public interface AnimeIndex extends IndexView {

	/**
	 * Asks several things of the same state: neither a change nor a rebuild that takes
	 * over comes between them.
	 */
	<T> T reading(Function<IndexView, T> questions);

	/**
	 * Makes changes durable and searchable, and returns when they are both. Doing it
	 * again is harmless.
	 * @throws io.mokuroku.message.RetryableFailure if they may not have been kept
	 */
	void apply(List<IndexChange> changes);

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

	@Override
	default List<TitleHit> named(FoldedTitle query, AnimeFilter filter, int most) {
		return reading((view) -> view.named(query, filter, most));
	}

	@Override
	default List<TitleHit> beginning(FoldedTitle start, int most) {
		return reading((view) -> view.beginning(start, most));
	}

	@Override
	default List<IndexedAnime> about(String text, AnimeFilter filter, int most) {
		return reading((view) -> view.about(text, filter, most));
	}

	@Override
	default List<IndexedAnime> sharing(Collection<String> subjects, AnimeFilter filter, int most) {
		return reading((view) -> view.sharing(subjects, filter, most));
	}

	@Override
	default List<NearHit> nearest(float[] vector, AnimeFilter filter, int most) {
		return reading((view) -> view.nearest(vector, filter, most));
	}

	@Override
	default List<IndexedAnime> listed(AnimeFilter filter, AnimeOrder order, AnimeOrder.@Nullable Place after,
			int most) {
		return reading((view) -> view.listed(filter, order, after, most));
	}

	@Override
	default int count(AnimeFilter filter) {
		return reading((view) -> view.count(filter));
	}

	@Override
	default List<ValueCount> values(AnimeFilter filter, AnimeField field, int most) {
		return reading((view) -> view.values(filter, field, most));
	}

	@Override
	default Optional<IndexedAnime> find(AnimeId id) {
		return reading((view) -> view.find(id));
	}

	@Override
	default Optional<float[]> findVector(AnimeId id) {
		return reading((view) -> view.findVector(id));
	}

	@Override
	default List<IndexedAnime> linked(Collection<String> links, int most) {
		return reading((view) -> view.linked(links, most));
	}

	@Override
	default Vocabulary vocabulary() {
		return reading(IndexView::vocabulary);
	}

}

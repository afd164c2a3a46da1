package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexView;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.SearchHit.Reason;

/**
 * Finds what is about the same as an anime: by its vector, and by its subjects. Before it
 * has a vector, by its subjects alone.
 */
final class FindSimilar {

	/** How deep each ranking is read. */
	private static final int DEPTH = 50;

	private final AnimeIndex index;

	FindSimilar(AnimeIndex index) {
		this.index = index;
	}

	/**
	 * Finds similar anime.
	 * @param elsewhere whether the own franchise is left out
	 * @return empty if the index does not have the anime
	 */
	Optional<List<SearchHit>> to(AnimeId id, boolean elsewhere, int most) {
		return this.index.reading((view) -> view.find(id).map((anime) -> to(view, anime, elsewhere, most)));
	}

	private static List<SearchHit> to(IndexView view, IndexedAnime anime, boolean elsewhere, int most) {
		Set<AnimeId> without = elsewhere ? Franchise.of(view, anime) : Set.of(anime.id());
		AnimeFilter filter = AnimeFilter.of((asked) -> asked.without = without);
		List<List<SearchHit>> rankings = new ArrayList<>();
		view.findVector(anime.id()).ifPresent((vector) -> rankings.add(Meaning.near(view, vector, filter, DEPTH)));
		rankings.add(view.sharing(anime.subjects(), filter, DEPTH)
			.stream()
			.map((found) -> new SearchHit(found, Reason.TEXT, null, 0))
			.toList());
		return RankFusion.fuse(rankings, most);
	}

}

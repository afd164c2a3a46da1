package io.mokuroku.search.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.AnimeOrder;
import io.mokuroku.search.index.Bounds;
import io.mokuroku.search.index.IndexView;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.FoundAnime;
import org.jspecify.annotations.Nullable;

/**
 * Lists as near to the real ones as the index can tell, for as long as nobody has any.
 */
final class IndexedLists {

	/** Their generation, of which there is only one. */
	static final String GENERATION = "index";

	private static final Duration USED_FOR = Duration.ofSeconds(30);

	private final AnimeIndex index;

	private final int most;

	private final InstantSource clock;

	private volatile @Nullable Generation last;

	IndexedLists(AnimeIndex index, int most, InstantSource clock) {
		this.index = index;
		this.most = most;
		this.clock = clock;
	}

	/** The lists, at most half a minute old. */
	Generation get() {
		Instant now = this.clock.instant();
		Generation known = this.last;
		if (known != null && now.isBefore(known.generatedAt().plus(USED_FOR))) {
			return known;
		}
		Generation made = new Generation(GENERATION, now, this.index.reading((view) -> lists(view, now)));
		this.last = made;
		return made;
	}

	private Map<ListName, List<ListedAnime>> lists(IndexView view, Instant now) {
		Map<ListName, List<ListedAnime>> lists = new EnumMap<>(ListName.class);
		for (ListName list : ListName.values()) {
			lists.put(list,
					anime(list, view, now).stream()
						.limit(this.most)
						.map((anime) -> new ListedAnime(anime.id().toString(), FoundAnime.of(anime)))
						.toList());
		}
		return lists;
	}

	private List<IndexedAnime> anime(ListName list, IndexView view, Instant now) {
		return switch (list) {
			case POPULAR -> listed(view, AnimeFilter.NONE, AnimeOrder.POPULARITY);
			case TOP_RATED -> listed(view, AnimeFilter.NONE, AnimeOrder.SCORE).stream()
				.filter((anime) -> anime.score() != null)
				.toList();
			case TRENDING -> listed(view, AnimeFilter.of(null, AiringStatus.ONGOING, null), AnimeOrder.POPULARITY);
			case THIS_SEASON -> listed(view, premieres(Quarter.at(now)), AnimeOrder.POPULARITY);
			case NEXT_SEASON -> listed(view, premieres(Quarter.at(now).next()), AnimeOrder.POPULARITY);
			case RECENTLY_ADDED -> listed(view, AnimeFilter.NONE, AnimeOrder.ADDED);
		};
	}

	private List<IndexedAnime> listed(IndexView view, AnimeFilter filter, AnimeOrder order) {
		return view.listed(filter, order, null, this.most);
	}

	private static AnimeFilter premieres(Quarter quarter) {
		return AnimeFilter.of((asked) -> {
			asked.seasons = Set.of(quarter.season());
			asked.years = Bounds.of(quarter.year());
			asked.statuses = Set.of(AiringStatus.UPCOMING, AiringStatus.ONGOING, AiringStatus.HIATUS,
					AiringStatus.FINISHED, AiringStatus.UNKNOWN);
		});
	}

}

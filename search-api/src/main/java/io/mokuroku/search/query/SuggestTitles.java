package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TitleHit;
import io.mokuroku.search.title.FoldedTitle;
import io.mokuroku.search.title.Scripts;
import io.mokuroku.search.title.TitleMatch;

/**
 * Completes titles while they are typed.
 */
final class SuggestTitles {

	/** Nobody types a longer title. */
	static final int LONGEST = 200;

	private static final int LEAST = 2;

	/** Shorter beginnings have too many titles that are nearly the same. */
	private static final int LEAST_WITH_TYPOS = 4;

	private final AnimeIndex index;

	SuggestTitles(AnimeIndex index) {
		this.index = index;
	}

	List<TitleHit> complete(String typed, int most) {
		FoldedTitle start = FoldedTitle.of(typed);
		if (start.isEmpty() || (start.joined().length() < LEAST && !Scripts.unspaced(start.joined()))) {
			return List.of();
		}
		return this.index.reading((view) -> {
			List<TitleHit> hits = new ArrayList<>(view.beginning(start, most));
			if (hits.isEmpty() && start.joined().length() >= LEAST_WITH_TYPOS) {
				Set<AnimeId> found = new HashSet<>();
				view.named(start, AnimeFilter.NONE, most)
					.stream()
					.filter((hit) -> hit.match().kind() != TitleMatch.Kind.PARTS && found.add(hit.anime().id()))
					.forEach(hits::add);
			}
			return hits;
		});
	}

}

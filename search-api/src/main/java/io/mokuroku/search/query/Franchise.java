package io.mokuroku.search.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.index.IndexView;
import io.mokuroku.search.index.TitleHit;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.TitleMatch.Kind;

/**
 * What belongs with an anime: what it names as related, what names it, and so on from
 * there.
 */
final class Franchise {

	/** From sequel to sequel, but not from every crossover to the next. */
	private static final int STEPS = 3;

	private static final int MOST = 200;

	private Franchise() {
	}

	/** An anime and what it is directly related to. */
	static Set<AnimeId> relatives(IndexView index, IndexedAnime anime) {
		return around(index, List.of(anime), 1);
	}

	/** An anime and all that belongs with it. */
	static Set<AnimeId> of(IndexView index, IndexedAnime anime) {
		return around(index, List.of(anime), STEPS);
	}

	/** An anime and all that belongs with it, where the index has it. */
	static List<AnimeId> of(IndexView index, AnimeId id) {
		return index.find(id).map((anime) -> List.copyOf(of(index, anime))).orElse(List.of(id));
	}

	/** What bears a name as all or part of its title, and what belongs with that. */
	static Set<AnimeId> named(IndexView index, List<TitleHit> named) {
		List<IndexedAnime> bearers = named.stream()
			.filter((hit) -> hit.equals(named.getFirst()) || hit.match().kind().compareTo(Kind.WORDS) <= 0)
			.map(TitleHit::anime)
			.toList();
		return around(index, bearers, STEPS);
	}

	private static Set<AnimeId> around(IndexView index, List<IndexedAnime> from, int steps) {
		Set<AnimeId> found = new LinkedHashSet<>();
		from.forEach((anime) -> found.add(anime.id()));
		List<IndexedAnime> newest = from;
		for (int step = 0; step < steps && !newest.isEmpty() && found.size() < MOST; step++) {
			Set<String> links = new HashSet<>();
			newest.forEach((anime) -> {
				links.addAll(anime.links());
				links.addAll(anime.related());
			});
			List<IndexedAnime> next = new ArrayList<>();
			for (IndexedAnime anime : index.linked(links, MOST)) {
				if (found.add(anime.id())) {
					next.add(anime);
				}
			}
			newest = next;
		}
		return found;
	}

}

package io.mokuroku.search.list;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;

import io.mokuroku.catalogue.AnimeId;

/**
 * The best of what it is offered, however much that is. Each anime counts once.
 */
final class Best {

	private final int most;

	private final PriorityQueue<Place> kept = new PriorityQueue<>(Comparator.comparing(Place::standing));

	private final Set<AnimeId> ids = new HashSet<>();

	Best(int most) {
		this.most = most;
	}

	/** Keeps an anime if it is among the best so far. */
	void offer(ListRules.Standing standing, Supplier<ListedAnime> anime) {
		Place worst = this.kept.peek();
		boolean full = this.kept.size() >= this.most;
		if (full && worst != null && worst.standing().compareTo(standing) >= 0) {
			return;
		}
		if (!this.ids.add(standing.id())) {
			return;
		}
		if (full && worst != null) {
			this.kept.remove();
			this.ids.remove(worst.standing().id());
		}
		this.kept.add(new Place(standing, anime.get()));
	}

	/** The best first. */
	List<ListedAnime> all() {
		return this.kept.stream().sorted(Comparator.comparing(Place::standing).reversed()).map(Place::anime).toList();
	}

	private record Place(ListRules.Standing standing, ListedAnime anime) {
	}

}

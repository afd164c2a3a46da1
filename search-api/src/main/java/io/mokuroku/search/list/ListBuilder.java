package io.mokuroku.search.list;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.search.projection.AnimeProjection;

/**
 * Makes all lists in one passage through the entries, with memory for what is on them.
 * Adult and withdrawn anime are on none.
 */
final class ListBuilder {

	private final ListRules rules;

	private final Map<ListName, Best> best = new EnumMap<>(ListName.class);

	private long seen;

	/**
	 * Begins.
	 * @param now the time lists are made for
	 * @param most how many anime a list has at most
	 */
	ListBuilder(Instant now, int most) {
		this.rules = new ListRules(now);
		for (ListName list : ListName.values()) {
			this.best.put(list, new Best(most));
		}
	}

	/** Takes some entries in. */
	void add(List<AnimeEntry> entries) {
		entries.stream().filter(AnimeProjection::shown).forEach(this::add);
	}

	private void add(AnimeEntry entry) {
		this.seen++;
		this.best.forEach((list, places) -> this.rules.standing(list, entry)
			.ifPresent((standing) -> places.offer(standing, () -> ListedAnime.of(entry))));
	}

	/** How many entries could have been on a list. */
	long seen() {
		return this.seen;
	}

	/** The lists of what was taken in. */
	Map<ListName, List<ListedAnime>> lists() {
		Map<ListName, List<ListedAnime>> lists = new EnumMap<>(ListName.class);
		this.best.forEach((list, places) -> lists.put(list, places.all()));
		return lists;
	}

}

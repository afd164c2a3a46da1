package io.mokuroku.search.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The curated lists.
 */
enum ListName {

	/** Kept on the most lists. */
	POPULAR,

	/** Rated best by enough people. */
	TOP_RATED,

	/** Gaining most of those who keep it on a list, for its size. */
	TRENDING,

	/** Premieres of the present quarter in Japan. */
	THIS_SEASON,

	/** Premieres of the quarter after. */
	NEXT_SEASON,

	/** Newest in the catalogue. */
	RECENTLY_ADDED;

	/** As it is written in addresses. */
	String path() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** By its name in addresses. */
	static Optional<ListName> find(String path) {
		return Arrays.stream(values()).filter((list) -> list.path().equals(path)).findFirst();
	}

}

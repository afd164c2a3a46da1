package io.mokuroku.search.list;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.search.query.FoundAnime;

/**
 * An anime on a list.
 *
 * @param id its id
 * @param attributes what the list shows of it
 */
record ListedAnime(String id, FoundAnime attributes) {

	static ListedAnime of(AnimeEntry entry) {
		return new ListedAnime(entry.id().toString(), FoundAnime.of(AnimeProjection.of(entry, null)));
	}

}

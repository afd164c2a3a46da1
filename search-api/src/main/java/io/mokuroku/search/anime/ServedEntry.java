package io.mokuroku.search.anime;

import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is answered with, and what decides whether it may be.
 *
 * @param id its id
 * @param version its version
 * @param mergedInto the entry it leads to
 * @param adult whether only few may see it
 * @param links the pages that identify it, by priority
 * @param document the answer with everything that lies in the entry itself
 */
record ServedEntry(AnimeId id, long version, @Nullable AnimeId mergedInto, boolean adult, List<SourceLink> links,
		RenderedAnime document) {

	ServedEntry {
		links = List.copyOf(links);
	}

}

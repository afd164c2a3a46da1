package io.mokuroku.search.anime;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;

/**
 * The entries to answer with, as they are now.
 */
interface ServedEntries {

	/** An entry by its id. */
	Optional<ServedEntry> find(AnimeId id);

	/** The entry that holds a link. */
	Optional<AnimeId> holder(SourceLink link);

}

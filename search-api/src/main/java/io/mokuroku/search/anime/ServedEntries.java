package io.mokuroku.search.anime;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;

/**
 * The entries to answer with, wherever they are kept.
 */
interface ServedEntries {

	/** An entry by its id, in a state not older than some seconds. */
	Optional<ServedEntry> find(AnimeId id);

	/** The entry that holds a link now. */
	Optional<ServedEntry> find(SourceLink link);

}

package io.mokuroku.episodes.trigger;

import java.time.Instant;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.message.EpisodeAired;

/**
 * Remembers which episodes were passed on.
 */
interface EpisodeMemory {

	/** The time of airing an episode was last passed on with. */
	Optional<Instant> findAiring(AnimeId animeId, EpisodeNumber number);

	/** Remembers that an episode was passed on. */
	void remember(EpisodeAired aired);

}

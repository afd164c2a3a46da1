package io.mokuroku.episodes.trigger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.episodes.plan.Look;
import io.mokuroku.message.EpisodeAired;

/**
 * Remembers which episodes were passed on, and which of them nobody has listed yet.
 */
interface EpisodeMemory {

	/** The time of airing an episode was last passed on with. */
	Optional<Instant> findAiring(AnimeId animeId, EpisodeNumber number);

	/** Remembers that an episode was passed on. */
	void remember(EpisodeAired aired);

	/** The episodes that have to be looked for again. */
	List<Look> looks();

	/** When an episode has to be looked for again. */
	Optional<Look> findLook(AnimeId animeId, EpisodeNumber number);

	/** Remembers when an episode has to be looked for again. */
	void keep(Look look);

	/** Forgets to look for an episode again. */
	void close(AnimeId animeId, EpisodeNumber number);

}

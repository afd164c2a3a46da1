package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;

/**
 * An episode that is going to be looked at.
 *
 * @param animeId the anime
 * @param number the regular episode, from 1
 * @param airAt when its broadcast begins
 * @param fireAt when it should be over and known to the sources, in whole seconds
 * @param confidence from 0 to 1, how sure the time is
 */
public record PlannedEpisode(AnimeId animeId, int number, Instant airAt, Instant fireAt, double confidence) {

	public PlannedEpisode {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(airAt, "airAt");
		Objects.requireNonNull(fireAt, "fireAt");
	}

	/** The same for the same episode in every plan; at most 64 characters. */
	public String scheduleName() {
		return EpisodeNames.scheduleName(this.animeId, this.number);
	}

}

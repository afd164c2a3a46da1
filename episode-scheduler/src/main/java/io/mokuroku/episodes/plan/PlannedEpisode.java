package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.message.EpisodeAired;

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

	/**
	 * The same for the same episode in every plan; its appointment is called so if it has
	 * one of its own.
	 */
	public String name() {
		return nameOf(this.animeId, EpisodeNumber.regular(this.number));
	}

	/** What is said when its time has come. */
	public EpisodeAired aired() {
		return new EpisodeAired(this.animeId, EpisodeNumber.regular(this.number), this.airAt);
	}

	static String nameOf(AnimeId animeId, EpisodeNumber number) {
		return Appointment.PREFIX + animeId.toString().replace("-", "") + "-" + number.value().toPlainString();
	}

}

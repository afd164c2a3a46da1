package io.mokuroku.message;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;

/**
 * Says that an episode's time has come.
 *
 * @param animeId the entry
 * @param episode which episode
 * @param airedAt when its broadcast began
 */
public record EpisodeAired(AnimeId animeId, EpisodeNumber episode, Instant airedAt) implements QueueMessage {

	public EpisodeAired {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(episode, "episode");
		Objects.requireNonNull(airedAt, "airedAt");
	}

}

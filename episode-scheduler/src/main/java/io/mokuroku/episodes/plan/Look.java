package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;

/**
 * An episode that was passed on and that no source has listed since.
 *
 * @param animeId the anime
 * @param number the regular episode, from 1
 * @param airedAt when it aired
 * @param count how many times it was looked for
 * @param next when it is looked for again
 */
public record Look(AnimeId animeId, int number, Instant airedAt, int count, Instant next) {

	public Look {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(airedAt, "airedAt");
		Objects.requireNonNull(next, "next");
	}

}

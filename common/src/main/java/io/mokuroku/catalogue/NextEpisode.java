package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.Objects;

/**
 * The next airing of an anime, as far as it is known.
 *
 * @param number the regular episode expected, from 1
 * @param at when it starts
 * @param confidence from 0 to 1: 0.85 told by one calendar, 0.5 computed from the weekly
 * slot
 */
public record NextEpisode(int number, Instant at, double confidence) {

	public NextEpisode {
		Objects.requireNonNull(at, "at");
		if (number < 1 || confidence < 0 || confidence > 1) {
			throw new IllegalArgumentException("Not a next episode: " + number + " with confidence " + confidence);
		}
	}

}

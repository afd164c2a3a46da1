package io.mokuroku.upstream;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What one provider says of a regular episode.
 *
 * @param number within this anime, from 1
 * @param title its English or main title
 * @param titleJapanese its title in the original script
 * @param titleRomaji its title in Latin letters
 * @param airDate the Japanese calendar date of its first broadcast
 * @param durationSeconds its length
 * @param synopsis as the provider writes it
 */
public record EpisodeFacts(int number, @Nullable String title, @Nullable String titleJapanese,
		@Nullable String titleRomaji, @Nullable LocalDate airDate, @Nullable Integer durationSeconds,
		@Nullable String synopsis) {

	public EpisodeFacts {
		if (number < 1) {
			throw new IllegalArgumentException("Regular episodes count from 1: " + number);
		}
	}

}

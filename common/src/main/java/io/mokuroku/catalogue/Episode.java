package io.mokuroku.catalogue;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One episode of an anime.
 *
 * @param animeId the anime
 * @param number which episode
 * @param title its English or main title
 * @param titleJapanese its title in the original script
 * @param titleRomaji its title in Latin letters
 * @param airDate the Japanese calendar date of its first broadcast
 * @param durationSeconds its length
 * @param synopsis plain text
 * @param state how far it has come
 */
public record Episode(AnimeId animeId, EpisodeNumber number, @Nullable String title, @Nullable String titleJapanese,
		@Nullable String titleRomaji, @Nullable LocalDate airDate, @Nullable Integer durationSeconds,
		@Nullable String synopsis, State state) {

	public Episode {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(number, "number");
		Objects.requireNonNull(state, "state");
	}

	/** How far an episode has come. */
	public enum State {

		/** Expected, nothing known but its number. */
		PLACEHOLDER,

		/** Its time of airing is known and lies ahead. */
		SCHEDULED,

		/** Its time has passed, no source lists it yet. */
		AIRED_UNCONFIRMED,

		/** A source lists it with a title. */
		COMPLETE

	}

}

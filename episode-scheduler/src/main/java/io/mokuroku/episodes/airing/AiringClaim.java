package io.mokuroku.episodes.airing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one airing.
 *
 * @param animeId the anime
 * @param first the first regular episode of it, from 1
 * @param last the last; the same unless several are shown in a row
 * @param at when it starts; where there is a delay, when it would have started
 * @param source who says so, a provider's name in lower case or {@link #DERIVED}
 * @param confidence from 0 to 1, if nobody else says the same
 * @param delay the break it falls into
 */
record AiringClaim(AnimeId animeId, int first, int last, Instant at, String source, double confidence,
		@Nullable Delay delay) {

	/** A calendar is sure of its times. */
	static final double CALENDAR = 0.85;

	/** Two sources that say the same within ten minutes. */
	static final double AGREED = 0.95;

	/** Computed from the weekly slot. */
	static final double SLOT = 0.5;

	/** Kitsu's next release is computed too, and slow to change. */
	static final double SLOW = 0.4;

	/** The source of what was computed. */
	static final String DERIVED = "derived";

	AiringClaim {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(source, "source");
		if (first < 1 || last < first) {
			throw new IllegalArgumentException("Not a range of episodes: " + first + " to " + last);
		}
	}

	/**
	 * The same in the numbers of the catalogue. Calendars count as sources do, what is
	 * computed counts as the catalogue does.
	 * @return empty if it is about none of its regular episodes
	 */
	Optional<AiringClaim> here(EpisodeCorrections corrections) {
		if (this.confidence < NextEpisode.ANNOUNCED) {
			return Optional.of(this);
		}
		int row = this.last - this.first;
		return corrections.hereRegular(this.first)
			.map((number) -> new AiringClaim(this.animeId, number,
					corrections.hereRegular(this.last).filter((end) -> end == number + row).orElse(number), this.at,
					this.source, this.confidence, this.delay));
	}

	AiringClaim until(int otherLast) {
		return new AiringClaim(this.animeId, this.first, otherLast, this.at, this.source, this.confidence, this.delay);
	}

}

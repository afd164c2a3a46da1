package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The next airing of an anime, as far as it is known.
 *
 * @param number the regular episode expected, from 1
 * @param at when it starts
 * @param confidence from 0 to 1: 0.95 two sources agree within ten minutes, 0.85 told by
 * one calendar, 0.5 computed from the weekly slot, 0.4 told by a slow source. Below
 * {@link #ANNOUNCED} it is expected rather than announced
 * @param last the last episode, where several are shown in a row
 */
public record NextEpisode(int number, Instant at, double confidence,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer last) {

	/** From this confidence on a time is announced rather than expected. */
	public static final double ANNOUNCED = 0.8;

	/** So many at once are a season put online as a whole. */
	private static final int FEWEST_OF_A_DROP = 4;

	public NextEpisode {
		Objects.requireNonNull(at, "at");
		if (number < 1 || confidence < 0 || confidence > 1 || (last != null && last <= number)) {
			throw new IllegalArgumentException(
					"Not a next episode: " + number + " to " + last + " with confidence " + confidence);
		}
	}

	/** One episode. */
	public NextEpisode(int number, Instant at, double confidence) {
		this(number, at, confidence, null);
	}

	/** The number of the last episode of this airing. */
	public int lastNumber() {
		return (this.last != null) ? this.last : this.number;
	}

	/** Whether it is a season put online as a whole: four episodes or more. */
	public boolean wholeSeason() {
		return lastNumber() - this.number + 1 >= FEWEST_OF_A_DROP;
	}

}

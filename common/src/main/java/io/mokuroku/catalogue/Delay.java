package io.mokuroku.catalogue;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A break in a running broadcast, as a calendar tells it.
 *
 * @param from the first Japanese calendar date without an episode
 * @param until the last, absent where it is open
 * @param reason in the calendar's words
 */
public record Delay(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String reason) {

	/** Whether nobody knows when it goes on. */
	public boolean indefinite() {
		return this.until == null;
	}

}

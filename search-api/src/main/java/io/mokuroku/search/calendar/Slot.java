package io.mokuroku.search.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.NextEpisode;
import org.jspecify.annotations.Nullable;

/**
 * Episodes that air together.
 *
 * @param anime whose
 * @param first the number of the first, absent where nobody knows
 * @param last the number of the last
 * @param at when they start, absent where only the day is known, or nothing
 * @param day the date in Japan, absent where nobody knows
 * @param confidence from 0 to 1, as {@link NextEpisode} has it
 * @param state how sure it is
 */
record Slot(AiringAnime anime, @Nullable Integer first, @Nullable Integer last, @Nullable Instant at,
		@Nullable LocalDate day, double confidence, State state) {

	/** By time; what has none comes last. */
	static final Comparator<Slot> BY_TIME = Comparator.comparing(Slot::place)
		.thenComparing((slot) -> slot.anime.title())
		.thenComparing((slot) -> slot.anime.id().toString())
		.thenComparingInt((slot) -> (slot.first != null) ? slot.first : 0);

	/** Where it stands among others: a day at its beginning in Japan. */
	Instant place() {
		if (this.at != null) {
			return this.at;
		}
		return (this.day != null) ? this.day.atStartOfDay(Broadcast.JAPAN).toInstant() : Instant.MAX;
	}

	/** The same for the same episode, whatever becomes of its time. */
	String id() {
		return this.anime.id() + "-" + ((this.first != null) ? "episode-" + this.first : "next");
	}

	static State state(double confidence) {
		return (confidence >= NextEpisode.ANNOUNCED) ? State.ANNOUNCED : State.EXPECTED;
	}

	/** How sure it is. */
	enum State {

		/** A calendar tells it. */
		ANNOUNCED,

		/** It follows from the weekly slot, or a slow source tells it. */
		EXPECTED,

		/** It is in a break, and nobody knows when it goes on. */
		TO_BE_ANNOUNCED

	}

}

package io.mokuroku.upstream.cache;

import java.time.LocalDate;

import io.mokuroku.catalogue.AiringStatus;
import org.jspecify.annotations.Nullable;

/**
 * How soon an answer is likely to change.
 */
public enum Pace {

	/** It airs, or nothing tells. */
	AIRING,

	/** It is announced. */
	UPCOMING,

	/** It ended less than 90 days ago: scores and dates still move. */
	RECENT,

	/** It ended long ago. */
	OLD;

	private static final int RECENT_DAYS = 90;

	/**
	 * The pace of an anime.
	 * @param status where it stands
	 * @param lastDay its last day or, of a list of episodes, the last of them; null if
	 * unknown
	 * @param today the date in Japan
	 */
	public static Pace of(AiringStatus status, @Nullable LocalDate lastDay, LocalDate today) {
		return switch (status) {
			case ONGOING, UNKNOWN -> AIRING;
			case UPCOMING, HIATUS -> UPCOMING;
			case FINISHED -> (lastDay != null && lastDay.isBefore(today.minusDays(RECENT_DAYS))) ? OLD : RECENT;
			case CANCELLED -> OLD;
		};
	}

	/**
	 * The pace of a list of episodes that does not tell where its anime stands: without a
	 * new episode for 90 days it counts as recently ended, for a year as old.
	 * @param lastDay the last day on which one aired or will air, null if unknown
	 * @param today the date in Japan
	 */
	public static Pace ofEpisodes(@Nullable LocalDate lastDay, LocalDate today) {
		if (lastDay == null || lastDay.isAfter(today.minusDays(RECENT_DAYS))) {
			return AIRING;
		}
		return lastDay.isBefore(today.minusYears(1)) ? OLD : RECENT;
	}

}

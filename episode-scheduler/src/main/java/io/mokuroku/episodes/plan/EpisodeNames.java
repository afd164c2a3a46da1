package io.mokuroku.episodes.plan;

import io.mokuroku.catalogue.AnimeId;

/**
 * How schedules of episodes are called.
 */
public final class EpisodeNames {

	/** What the name of every episode's schedule begins with. */
	public static final String PREFIX = "ep-";

	private EpisodeNames() {
	}

	static String scheduleName(AnimeId animeId, int number) {
		return PREFIX + animeId.toString().replace("-", "") + "-" + number;
	}

}

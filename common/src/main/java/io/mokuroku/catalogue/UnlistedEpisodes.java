package io.mokuroku.catalogue;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * When a work has stopped without anybody saying so: of its last four episodes, which
 * were expected week by week, each was asked for and no source lists it. One that is
 * listed is enough to go on, and titles do not matter: who lists "Episode 8" knows of an
 * eighth episode, and many works never get better titles. One that nobody could be asked
 * for is enough too: where there was no question, there is no silence. What a calendar
 * announces is not asked about here, as somebody tells of it.
 * <p>
 * Whoever would expect another airing asks this first. If the work has stopped, the
 * airing that has passed stays the next one: it tells since when nothing is heard, and
 * after four weeks the work rests ({@link AiringStatus#HIATUS}). An episode that is
 * listed late, or a calendar, lets it go on before that.
 */
public final class UnlistedEpisodes {

	/** Sources may be late with three, not with four. */
	private static final int A_STOP = 4;

	private UnlistedEpisodes() {
	}

	/**
	 * Whether a work has stopped.
	 * @param last the last regular episode that should have aired, from 1; there is no
	 * stop before the fourth
	 * @param confidence how sure that airing was, from 0 to 1, see {@link NextEpisode}
	 * @param unlisted whether sources were asked for a regular episode and none lists it
	 */
	public static boolean meanStop(int last, double confidence, Predicate<EpisodeNumber> unlisted) {
		return confidence < NextEpisode.ANNOUNCED && last >= A_STOP
				&& IntStream.rangeClosed(last - A_STOP + 1, last).mapToObj(EpisodeNumber::regular).allMatch(unlisted);
	}

}

package io.mokuroku.episodes.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.PermanentFailure;

/**
 * Whether it can be true that an episode has aired.
 */
final class Plausibility {

	/** How far clocks and calendars may disagree about one airing. */
	static final Duration TOLERANCE = Duration.ofMinutes(2);

	/** Calendars may count a recap or an episode 0 that we do not. */
	private static final int NUMBERS_AHEAD = 1;

	/** A season put online at once may still be passed on one by one. */
	private static final int NUMBERS_BEHIND = 13;

	private Plausibility() {
	}

	/**
	 * Checks it.
	 * @param oldest how long ago it may have aired
	 * @throws PermanentFailure with code {@code entry_not_live}, {@code not_airing},
	 * {@code implausible_episode}, {@code not_aired_yet} or {@code too_old}
	 */
	static void check(EpisodeAired aired, AnimeEntry entry, Instant now, Duration oldest) {
		if (!entry.lifecycle().isLive()) {
			throw new PermanentFailure("entry_not_live",
					"The entry is " + entry.lifecycle() + " and has no new episodes");
		}
		switch (entry.airing().status()) {
			case ONGOING, UPCOMING, FINISHED -> {
			}
			case HIATUS, CANCELLED, UNKNOWN ->
				throw new PermanentFailure("not_airing", "The status of the entry is " + entry.airing().status());
		}
		checkNumber(aired, entry);
		if (aired.airedAt().isAfter(now.plus(TOLERANCE))) {
			throw new PermanentFailure("not_aired_yet", "The episode airs at " + aired.airedAt());
		}
		if (aired.airedAt().isBefore(now.minus(oldest))) {
			throw new PermanentFailure("too_old", "The episode aired at " + aired.airedAt());
		}
	}

	private static void checkNumber(EpisodeAired aired, AnimeEntry entry) {
		BigDecimal number = aired.episode().value();
		if (aired.episode().kind() != EpisodeKind.REGULAR || number.signum() == 0) {
			throw new PermanentFailure("implausible_episode", "Calendars tell of regular episodes from 1");
		}
		Integer total = entry.episodes();
		if (total != null && number.compareTo(BigDecimal.valueOf(total)) > 0) {
			throw new PermanentFailure("implausible_episode",
					"There is no episode %s of %d".formatted(number.toPlainString(), total));
		}
		NextEpisode next = entry.airing().next();
		if (next != null && (number.compareTo(BigDecimal.valueOf((long) next.lastNumber() + NUMBERS_AHEAD)) > 0
				|| number.compareTo(BigDecimal.valueOf((long) next.number() - NUMBERS_BEHIND)) < 0)) {
			throw new PermanentFailure("implausible_episode",
					"Episode %s cannot have aired when %d is next".formatted(number.toPlainString(), next.number()));
		}
	}

}

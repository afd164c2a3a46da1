package io.mokuroku.episodes.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an episode that no source lists is looked for again: soon at first, then once a
 * day, and not for ever.
 *
 * @param pause the time between the first looks
 * @param quickLooks how many looks follow the first after {@code pause} each
 * @param slowPause the time between later looks
 * @param giveUpAfter how long after its airing an episode is looked for
 */
record Ladder(Duration pause, int quickLooks, Duration slowPause, Duration giveUpAfter) {

	Ladder {
		if (!pause.isPositive() || !slowPause.isPositive() || quickLooks < 0) {
			throw new IllegalArgumentException("Looks need time between them");
		}
	}

	/**
	 * When the next look follows.
	 * @param looks how many there were
	 * @return empty if there were enough
	 */
	Optional<Instant> after(int looks, Instant airedAt, Instant now) {
		Instant next = now.plus((looks <= this.quickLooks) ? this.pause : this.slowPause);
		return next.isAfter(airedAt.plus(this.giveUpAfter)) ? Optional.empty() : Optional.of(next);
	}

}

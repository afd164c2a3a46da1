package io.mokuroku.episodes.airing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;

/**
 * A source of airing times.
 */
interface AiringFeed {

	/** Who it is, a provider's name in lower case or {@link AiringClaim#DERIVED}. */
	String source();

	/**
	 * What it says of a span of time.
	 * @param from the first instant
	 * @param to the instant after the last
	 * @param entries the entries that are known to run
	 * @throws io.mokuroku.message.RetryableFailure if it cannot be asked now
	 * @throws io.mokuroku.message.PermanentFailure if it refuses
	 */
	Said claims(Instant from, Instant to, Collection<AnimeEntry> entries);

	/**
	 * What a source says.
	 *
	 * @param claims the airings it tells
	 * @param complete whether what it does not tell does not air, within the span it was
	 * asked about
	 */
	record Said(List<AiringClaim> claims, boolean complete) {

		public Said {
			claims = List.copyOf(claims);
		}

	}

}

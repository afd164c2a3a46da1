package io.mokuroku.episodes.airing;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What an entry's airing becomes.
 *
 * @param kind what has happened
 * @param airing the new airing
 * @param next how the next airing is known; absent where there is none
 */
record Merged(Kind kind, Airing airing, @Nullable Provenance next) {

	/** What has happened. */
	enum Kind {

		/** A time is told for an episode that had none. */
		ANNOUNCED,
		/** The same episode airs at another time. */
		MOVED,
		/** The time is the same, but others agree now, or no longer. */
		CONFIRMED,
		/** A break begins or changes. */
		DELAYED,
		/** No calendar tells of it any more. */
		VANISHED,
		/** Nothing has aired for weeks. */
		STALLED

	}

}

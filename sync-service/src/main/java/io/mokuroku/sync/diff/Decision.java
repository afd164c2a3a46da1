package io.mokuroku.sync.diff;

import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;

/**
 * What a record means for the catalogue.
 */
public sealed interface Decision {

	/**
	 * Nobody holds any of its links.
	 *
	 * @param draft the entry to add
	 */
	record Add(AnimeEntry draft) implements Decision {
	}

	/**
	 * It says what it said the last time.
	 *
	 * @param animeId the entry it belongs to
	 */
	record Keep(AnimeId animeId) implements Decision {
	}

	/**
	 * It says something else of an entry.
	 *
	 * @param before the entry as it is
	 * @param after its next state
	 * @param shadow what the dataset says of it, where the entry itself says more
	 */
	record Change(AnimeEntry before, AnimeEntry after, java.util.Optional<AnimeEntry> shadow) implements Decision {
	}

	/**
	 * Its links belong to several entries: a merge that nobody has decided yet.
	 *
	 * @param holders those entries
	 */
	record Contested(Set<AnimeId> holders) implements Decision {

		public Contested {
			holders = Set.copyOf(holders);
		}

	}

}

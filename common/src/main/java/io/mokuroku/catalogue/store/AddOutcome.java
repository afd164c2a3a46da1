package io.mokuroku.catalogue.store;

import java.util.Set;

import io.mokuroku.catalogue.AnimeId;

/**
 * What became of new entries.
 */
public sealed interface AddOutcome {

	/** All of them are in the catalogue. */
	record Added() implements AddOutcome {
	}

	/**
	 * None of them is in the catalogue, because some could not be.
	 *
	 * @param refused those whose id, or one of whose links, is already held
	 */
	record Taken(Set<AnimeId> refused) implements AddOutcome {

		public Taken {
			refused = Set.copyOf(refused);
		}

	}

}

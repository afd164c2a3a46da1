package io.mokuroku.message;

import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;

/**
 * Says that entries were committed together.
 *
 * @param changes the entries, at least one
 */
public record CatalogueChanged(List<Change> changes) implements QueueMessage {

	public CatalogueChanged {
		changes = List.copyOf(changes);
		if (changes.isEmpty()) {
			throw new IllegalArgumentException("A change names at least one entry");
		}
	}

	/**
	 * One committed entry.
	 *
	 * @param animeId the entry
	 * @param version its version after the commit
	 */
	public record Change(AnimeId animeId, long version) {

		public Change {
			Objects.requireNonNull(animeId, "animeId");
		}

	}

}

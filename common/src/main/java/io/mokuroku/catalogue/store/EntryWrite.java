package io.mokuroku.catalogue.store;

import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import org.jspecify.annotations.Nullable;

/**
 * One entry's next state.
 *
 * @param before the state it was made from; absent for a new entry
 * @param after the next state; its version is one more than the one before, or 1
 */
public record EntryWrite(@Nullable AnimeEntry before, AnimeEntry after) {

	public EntryWrite {
		Objects.requireNonNull(after, "after");
		long expected = (before != null) ? before.revision().version() + 1 : 1;
		if (after.revision().version() != expected) {
			throw new IllegalArgumentException(
					"Versions count one by one: %d instead of %d".formatted(after.revision().version(), expected));
		}
		if (before != null && !before.id().equals(after.id())) {
			throw new IllegalArgumentException("An entry cannot become another");
		}
	}

	/** A new entry. */
	public static EntryWrite added(AnimeEntry entry) {
		return new EntryWrite(null, entry);
	}

}

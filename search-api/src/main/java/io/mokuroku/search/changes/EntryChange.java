package io.mokuroku.search.changes;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.answer.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry, by its newest state.
 *
 * @param animeId the entry
 * @param kind what became of it
 * @param version its version now; whoever has this one or a newer one has nothing to do
 * @param changedAt when that was committed
 * @param mergedInto the entry it leads to from now on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryChange(AnimeId animeId, Kind kind, long version, Instant changedAt, @Nullable AnimeId mergedInto) {

	public EntryChange {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(changedAt, "changedAt");
	}

	/** What became of an entry that is now like this. */
	public static EntryChange of(AnimeEntry entry) {
		Kind kind = switch (entry.lifecycle()) {
			case REDIRECT -> Kind.MERGED;
			case ORPHANED -> Kind.REMOVED;
			case DRAFT, ACTIVE -> (entry.revision().version() == 1) ? Kind.ADDED : Kind.CHANGED;
		};
		return new EntryChange(entry.id(), kind, entry.revision().version(), entry.revision().updatedAt(),
				entry.mergedInto());
	}

	/** What is told of an entry to those who may not see it any more. */
	static EntryChange gone(AnimeEntry entry) {
		return new EntryChange(entry.id(), Kind.REMOVED, entry.revision().version(), entry.revision().updatedAt(),
				null);
	}

	Resource<EntryChange> resource() {
		return new Resource<>("change", this.animeId + ":" + this.version, this, null);
	}

	/** What can become of an entry. */
	public enum Kind {

		/** It is in its first state. */
		ADDED,

		/** It is in a later state; it may be the first that is heard of it. */
		CHANGED,

		/**
		 * It is out of default answers: the dataset does not have it any more, or it is
		 * adult.
		 */
		REMOVED,

		/** It was merged into another entry. */
		MERGED

	}

}

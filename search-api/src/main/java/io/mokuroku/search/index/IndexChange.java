package io.mokuroku.search.index;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do to the index.
 */
public sealed interface IndexChange {

	/** The anime that changes. */
	AnimeId id();

	/**
	 * What an entry means for the index.
	 * @param trace the trace in which this happens
	 */
	static IndexChange of(AnimeEntry entry, @Nullable String trace) {
		return (entry.lifecycle() == Lifecycle.REDIRECT) ? new Withdraw(entry.id(), entry.revision().version())
				: new Put(AnimeProjection.of(entry, trace));
	}

	/**
	 * Put this state in place of an older one.
	 *
	 * @param anime the state
	 */
	record Put(IndexedAnime anime) implements IndexChange {

		@Override
		public AnimeId id() {
			return this.anime.id();
		}

	}

	/**
	 * Keep nothing of the anime but its version, so that a late older state stays out.
	 *
	 * @param id the anime
	 * @param version the version that withdrew it
	 */
	record Withdraw(AnimeId id, long version) implements IndexChange {
	}

	/**
	 * Forget the anime: the catalogue does not know it.
	 *
	 * @param id the anime
	 */
	record Forget(AnimeId id) implements IndexChange {
	}

	/**
	 * Add a vector, unless the anime's text has changed since.
	 *
	 * @param id the anime
	 * @param textHash the text it was computed from
	 * @param vector of length 1
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Embed(AnimeId id, String textHash, float[] vector) implements IndexChange {
	}

}

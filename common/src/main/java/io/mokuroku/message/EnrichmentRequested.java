package io.mokuroku.message;

import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import org.jspecify.annotations.Nullable;

/**
 * Asks enrichment-service to work on an entry.
 *
 * @param animeId the entry
 * @param mode how much of it
 * @param episode which episode, in mode {@link Mode#EPISODE}
 * @param reason why, for people who read logs
 * @param requestId the same id asked twice is one execution
 */
public record EnrichmentRequested(AnimeId animeId, Mode mode, @Nullable EpisodeNumber episode, String reason,
		String requestId) implements QueueMessage {

	public EnrichmentRequested {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(reason, "reason");
		Objects.requireNonNull(requestId, "requestId");
		if ((mode == Mode.EPISODE) != (episode != null)) {
			throw new IllegalArgumentException("An episode update, and only that, names its episode");
		}
	}

	/** How much of an entry to work on. */
	public enum Mode {

		/** Everything. */
		FULL,

		/** One episode that has aired. */
		EPISODE,

		/** What changes often: scores, counts, dates. */
		REFRESH

	}

}

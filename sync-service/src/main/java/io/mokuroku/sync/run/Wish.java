package io.mokuroku.sync.run;

import java.util.Comparator;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.EnrichmentRequested;

/**
 * An entry that should be sent to enrichment.
 *
 * @param animeId the entry
 * @param mode how much of it
 * @param reason why, for people who read logs
 * @param urgency the higher, the sooner
 */
record Wish(AnimeId animeId, EnrichmentRequested.Mode mode, String reason, int urgency) {

	/** What is most urgent first; between equals, the smaller id. */
	static final Comparator<Wish> URGENT_FIRST = Comparator.comparingInt(Wish::urgency)
		.reversed()
		.thenComparing(Wish::animeId);

	Wish {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(mode, "mode");
	}

}

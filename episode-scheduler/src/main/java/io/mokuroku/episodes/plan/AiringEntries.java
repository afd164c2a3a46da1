package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;

/**
 * Finds entries by the time of their next airing.
 */
@FunctionalInterface
public interface AiringEntries {

	/** The entries of a status that air from one instant (inclusive) to another. */
	List<AnimeEntry> airing(AiringStatus status, Instant from, Instant to);

}

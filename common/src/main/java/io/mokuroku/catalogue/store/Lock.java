package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;

/**
 * The right to work on an entry.
 *
 * @param animeId the entry
 * @param owner who holds it; the same owner asking again gets the same lock
 * @param fencing grows with every change of owner; whoever commits shows it, so that an
 * owner whose lock has expired cannot
 * @param expiresAt when it ends by the clock of its owner; others may take it
 * {@link ProcessingLocks#CLOCK_SKEW} later
 */
public record Lock(AnimeId animeId, String owner, long fencing, Instant expiresAt) {

	public Lock {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(owner, "owner");
		Objects.requireNonNull(expiresAt, "expiresAt");
	}

}

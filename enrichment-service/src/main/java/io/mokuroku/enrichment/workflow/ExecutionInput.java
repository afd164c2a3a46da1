package io.mokuroku.enrichment.workflow;

import java.time.Instant;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.message.EnrichmentRequested;
import org.jspecify.annotations.Nullable;

/**
 * What an execution starts with.
 *
 * @param animeId the entry
 * @param mode how much of it to work on
 * @param episode which episode, in mode EPISODE
 * @param requestId who asked
 * @param lock the right to work on the entry
 * @param traceparent the trace it belongs to
 */
record ExecutionInput(AnimeId animeId, EnrichmentRequested.Mode mode, @Nullable EpisodeNumber episode, String requestId,
		HeldLock lock, @Nullable String traceparent) {

	static ExecutionInput of(EnrichmentRequested request, Lock lock, @Nullable String traceparent) {
		return new ExecutionInput(request.animeId(), request.mode(), request.episode(), request.requestId(),
				new HeldLock(lock.owner(), lock.fencing(), lock.expiresAt()), traceparent);
	}

	record HeldLock(String owner, long fencing, Instant expiresAt) {
	}

}

package io.mokuroku.sync.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.Outgoing;
import io.mokuroku.telemetry.TraceContexts;

/**
 * Sends entries to enrichment, the most urgent first, never more than a few at a time.
 * The lock of an entry is taken in the name of the request before it is sent, and
 * enrichment takes it over under that name: who holds it is who works on the entry, and
 * an entry somebody else works on is left to them.
 */
final class RequestEnrichment {

	private static final int AT_ONCE = 10;

	private final AnimeStore store;

	private final ProcessingLocks locks;

	private final MessageSender sender;

	private final IntSupplier inFlight;

	private final TraceContexts traces;

	private final InstantSource clock;

	private final Limits limits;

	RequestEnrichment(AnimeStore store, ProcessingLocks locks, MessageSender sender, IntSupplier inFlight,
			TraceContexts traces, InstantSource clock, Limits limits) {
		this.store = store;
		this.locks = locks;
		this.sender = sender;
		this.inFlight = inFlight;
		this.traces = traces;
		this.clock = clock;
		this.limits = limits;
	}

	/**
	 * Sends what a run has not sent yet. If enrichment takes nothing for too long, the
	 * rest is left to the next run.
	 * @param wishes whom the run sends
	 * @param checkpoint is told how far it has come; it answers whether to go on
	 * @throws InterruptedException if the thread is told to stop
	 */
	SyncRun send(SyncRun run, List<Wish> wishes, Predicate<SyncRun> checkpoint) throws InterruptedException {
		SyncRun current = run;
		Instant lastSent = this.clock.instant();
		boolean goOn = true;
		while (goOn && current.counts().requested() < wishes.size()) {
			int from = (int) current.counts().requested();
			int room = Math.min(AT_ONCE, this.limits.mostInFlight() - this.inFlight.getAsInt());
			if (room > 0) {
				int to = Math.min(wishes.size(), from + room);
				sendAll(run.id(), wishes.subList(from, to));
				lastSent = this.clock.instant();
				current = current.progressed(Phase.REQUESTING, current.counts().withRequested(to), lastSent);
			}
			else if (this.clock.instant().isAfter(lastSent.plus(this.limits.patience()))) {
				return current;
			}
			else {
				Thread.sleep(this.limits.pause());
			}
			goOn = checkpoint.test(current);
		}
		return current;
	}

	private void sendAll(String runId, List<Wish> wishes) {
		Map<AnimeId, AnimeEntry> entries = this.store.findAll(wishes.stream().map(Wish::animeId).toList());
		List<Outgoing> requests = new ArrayList<>();
		for (Wish wish : wishes) {
			AnimeEntry entry = entries.get(wish.animeId());
			String requestId = "sync-" + runId + "-" + wish.animeId();
			if (entry != null && wanted(entry)
					&& this.locks.tryAcquire(wish.animeId(), requestId, ProcessingLocks.LONGEST).isPresent()) {
				EnrichmentRequested request = new EnrichmentRequested(wish.animeId(), wish.mode(), null, wish.reason(),
						requestId);
				this.traces.newTrace("request enrichment", Map.of("run", runId),
						() -> requests.add(Outgoing.of(request, this.traces.current().orElse(null))));
			}
		}
		this.sender.sendAll(requests);
	}

	private static boolean wanted(AnimeEntry entry) {
		return switch (entry.lifecycle()) {
			case DRAFT, ACTIVE -> true;
			case ORPHANED, REDIRECT -> false;
		};
	}

	/**
	 * How much enrichment is asked for at a time.
	 *
	 * @param mostInFlight how many requests may be waiting or worked on, from 1
	 * @param patience how long the run waits for room
	 * @param pause how often it looks
	 */
	record Limits(int mostInFlight, Duration patience, Duration pause) {
	}

}

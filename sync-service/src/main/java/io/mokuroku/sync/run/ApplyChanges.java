package io.mokuroku.sync.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AddOutcome;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.EntryWrite;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.sync.diff.Change;
import io.mokuroku.sync.diff.NextStates;
import io.mokuroku.sync.diff.NextStates.Moment;
import io.mokuroku.sync.diff.NextStates.Outcome;
import io.mokuroku.sync.diff.Step;
import io.mokuroku.telemetry.TraceContexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a few changes at once. New entries go in together, in one transaction; every
 * other change is one of its own. Whatever the change finds already done it leaves alone.
 */
final class ApplyChanges {

	private static final Logger logger = LoggerFactory.getLogger(ApplyChanges.class);

	private static final int MOST_ROUNDS = 5;

	private final AnimeStore store;

	private final EntryParts parts;

	private final TraceContexts traces;

	private final InstantSource clock;

	ApplyChanges(AnimeStore store, EntryParts parts, TraceContexts traces, InstantSource clock) {
		this.store = store;
		this.parts = parts;
		this.traces = traces;
		this.clock = clock;
	}

	/**
	 * How many items of a transaction a change needs that can go in with others; 0 if it
	 * needs a transaction of its own, or several.
	 */
	static int sharedItems(Change change) {
		int items = (change.steps().size() == 1 && change.steps().getFirst() instanceof Step.Add add)
				? 1 + add.record().sources().size() - add.without().size() : 0;
		return (items < AnimeStore.MOST_ITEMS_PER_TRANSACTION) ? items : 0;
	}

	/**
	 * Applies changes whose new entries fit into one transaction.
	 * @return how many could not be applied because the catalogue has changed since they
	 * were planned, or because the store will never take them
	 * @throws RetryableFailure if the store does not let it happen now
	 */
	int apply(List<Change> changes, SyncRun run) {
		Map<AnimeId, Change> news = new LinkedHashMap<>();
		List<Change> others = new ArrayList<>();
		for (Change change : changes) {
			if (sharedItems(change) > 0) {
				news.put(change.steps().getFirst().animeId(), change);
			}
			else {
				others.add(change);
			}
		}
		int deferred = addTogether(news, run);
		Map<AnimeId, AnimeEntry> entries = this.store
			.findAll(others.stream().flatMap((change) -> change.entries().stream()).toList());
		for (Change change : others) {
			deferred += settle(change, entries, run) ? 0 : 1;
		}
		return deferred;
	}

	private int addTogether(Map<AnimeId, Change> news, SyncRun run) {
		Map<AnimeId, AnimeEntry> drafts = new LinkedHashMap<>();
		for (Change change : news.values()) {
			switch (NextStates.of(change, Map.of(), moment(run))) {
				case Outcome.Writes(List<EntryWrite> writes, List<AnimeEntry> _) ->
					writes.forEach((write) -> drafts.put(write.after().id(), write.after()));
				case Outcome.Deferred _ -> throw new IllegalStateException("Nothing can be in the way of a new entry");
			}
		}
		int deferred = 0;
		while (!drafts.isEmpty()) {
			switch (add(drafts)) {
				case AddOutcome.Added() -> drafts.clear();
				case AddOutcome.Taken(Set<AnimeId> refused) -> {
					Map<AnimeId, AnimeEntry> there = this.store.findAll(refused);
					for (AnimeId id : refused) {
						Change change = news.get(id);
						deferred += (change == null || settle(change, there, run)) ? 0 : 1;
						drafts.remove(id);
					}
				}
			}
		}
		return deferred;
	}

	/** Where one of them will never be taken, each is to be applied by itself. */
	private AddOutcome add(Map<AnimeId, AnimeEntry> drafts) {
		try {
			return this.store.add(List.copyOf(drafts.values()));
		}
		catch (PermanentFailure _) {
			return new AddOutcome.Taken(Set.copyOf(drafts.keySet()));
		}
	}

	/** Applies one change; false if it is overtaken or will never be taken. */
	private boolean settle(Change change, Map<AnimeId, AnimeEntry> asRead, SyncRun run) {
		try {
			return tryToSettle(change, asRead, run);
		}
		catch (PermanentFailure ex) {
			logger.error("change refused run={} kind={} entries={} code={} reason={}", run.id(), change.kind(),
					change.entries(), ex.code(), ex.getMessage());
			return false;
		}
	}

	private boolean tryToSettle(Change change, Map<AnimeId, AnimeEntry> asRead, SyncRun run) {
		Map<AnimeId, AnimeEntry> entries = asRead;
		@Nullable String reason = null;
		for (int round = 0; round < MOST_ROUNDS; round++) {
			switch (NextStates.of(change, entries, moment(run))) {
				case Outcome.Deferred(String why) -> reason = why;
				case Outcome.Writes(List<EntryWrite> writes, List<AnimeEntry> shadows) -> {
					if (writes.isEmpty()) {
						return true;
					}
					shadows.forEach(this.parts::putDatasetShadow);
					switch (this.store.commitAll(writes)) {
						case SAVED -> {
							return true;
						}
						case STALE -> reason = "entries keep changing";
						case LINK_TAKEN -> reason = "a link is another entry's";
						case LOCK_LOST -> throw new IllegalStateException("No lock was shown");
					}
				}
			}
			entries = this.store.findAll(change.entries());
		}
		logger.warn("change deferred run={} kind={} entries={} reason={}", run.id(), change.kind(), change.entries(),
				reason);
		return false;
	}

	private Moment moment(SyncRun run) {
		String release = (run.release() != null) ? run.release().sha256() : "";
		return new Moment(release, run.startedAt(), this.clock.instant(), this.traces.currentTraceId().orElse(null));
	}

}

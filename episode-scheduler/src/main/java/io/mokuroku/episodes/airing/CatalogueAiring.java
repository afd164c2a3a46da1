package io.mokuroku.episodes.airing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.SaveOutcome;
import io.mokuroku.telemetry.TraceContexts;

/**
 * The airings of the catalogue: which entries run, and what becomes of them. An entry is
 * committed like any other change of it, so that whoever works on it meanwhile notices
 * and everybody who listens learns of it.
 */
final class CatalogueAiring {

	/** The field of the next airing, as provenance names it. */
	static final String NEXT = "airing.next";

	private static final String STATUS = "airing.status";

	private static final String DELAY = "airing.delay";

	private final AnimeStore store;

	private final TraceContexts traces;

	private final InstantSource clock;

	CatalogueAiring(AnimeStore store, TraceContexts traces, InstantSource clock) {
		this.store = store;
		this.traces = traces;
		this.clock = clock;
	}

	/** Entries whose next airing lies in a span of time, and running ones without any. */
	List<AnimeEntry> running(Instant from, Instant to) {
		List<AnimeEntry> entries = new ArrayList<>(this.store.airing(AiringStatus.ONGOING, from, to));
		entries.addAll(this.store.airing(AiringStatus.UPCOMING, from, to));
		entries.addAll(this.store.airingUnknown());
		return entries;
	}

	/** Entries by their ids; what does not exist is missing in the answer. */
	Map<AnimeId, AnimeEntry> findAll(Collection<AnimeId> ids) {
		return this.store.findAll(ids);
	}

	/**
	 * Commits what becomes of an entry.
	 * @return whether it was still the entry that was read
	 */
	boolean commit(AnimeEntry before, Merged merged) {
		Instant now = this.clock.instant();
		AnimeEntry after = before.with((change) -> {
			change.airing = merged.airing();
			change.provenance = provenance(before, merged, now);
			change.revision = before.revision().next(now, this.traces.currentTraceId().orElse(null));
		});
		return this.store.save(after, before, null) == SaveOutcome.SAVED;
	}

	private static Map<String, Provenance> provenance(AnimeEntry before, Merged merged, Instant now) {
		Map<String, Provenance> provenance = new HashMap<>(before.provenance());
		if (merged.next() != null) {
			provenance.put(NEXT, merged.next());
		}
		else {
			provenance.remove(NEXT);
		}
		String rule = merged.kind().name();
		if (merged.airing().status() != before.airing().status()) {
			provenance.put(STATUS, new Provenance(AiringClaim.DERIVED, now, rule, NextEpisode.ANNOUNCED));
		}
		if (merged.airing().delay() == null) {
			provenance.remove(DELAY);
		}
		else if (!merged.airing().delay().equals(before.airing().delay())) {
			provenance.put(DELAY, new Provenance(AiringClaim.DERIVED, now, rule,
					(merged.kind() == Merged.Kind.VANISHED) ? AiringClaim.SLOT : AiringClaim.CALENDAR));
		}
		return provenance;
	}

}

package io.mokuroku.enrichment.commit;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.SaveOutcome;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.InverseRelations;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.TraceContexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds to related entries what follows for them from one that was committed. Each is a
 * commit of its own with a check of its version; doing it again changes nothing. Drafts
 * learn it when they are enriched, and what a person wrote about relations stays.
 */
final class TellRelated {

	private static final Logger logger = LoggerFactory.getLogger(TellRelated.class);

	private static final String RELATIONS = "relations";

	private static final int MOST_ROUNDS = 5;

	private final AnimeStore store;

	private final TraceContexts traces;

	private final InstantSource clock;

	TellRelated(AnimeStore store, TraceContexts traces, InstantSource clock) {
		this.store = store;
		this.traces = traces;
		this.clock = clock;
	}

	/**
	 * Tells all entries it says something about.
	 * @throws RetryableFailure if one of them keeps changing meanwhile
	 */
	void about(AnimeEntry entry) {
		Set<AnimeId> ids = entry.relations()
			.stream()
			.filter(InverseRelations::hasConsequence)
			.map(Relation::animeId)
			.filter(Objects::nonNull)
			.filter((id) -> !id.equals(entry.id()))
			.collect(Collectors.toCollection(TreeSet::new));
		this.store.findAll(ids).values().forEach((other) -> tell(other, entry));
	}

	private void tell(AnimeEntry known, AnimeEntry entry) {
		Optional<AnimeEntry> other = Optional.of(known);
		for (int round = 0; round < MOST_ROUNDS && other.isPresent(); round++) {
			AnimeEntry before = other.get();
			Optional<AnimeEntry> next = next(before, entry);
			if (next.isEmpty()) {
				return;
			}
			if (this.store.save(next.get(), before, null) == SaveOutcome.SAVED) {
				logger.info("inverse relation added anime={} version={} from={}", before.id(),
						next.get().revision().version(), entry.id());
				return;
			}
			other = this.store.find(before.id());
		}
		if (other.isPresent()) {
			throw new RetryableFailure(known.id() + " keeps changing", null);
		}
	}

	private Optional<AnimeEntry> next(AnimeEntry before, AnimeEntry entry) {
		boolean open = before.lifecycle() == Lifecycle.ACTIVE || before.lifecycle() == Lifecycle.ORPHANED;
		Provenance past = before.provenance().get(RELATIONS);
		if (!open || (past != null && past.humanLocked())) {
			return Optional.empty();
		}
		return InverseRelations.with(before, entry).map((relations) -> before.with((change) -> {
			change.relations = relations;
			change.provenance = new HashMap<>(before.provenance());
			change.provenance.put(RELATIONS, andDerived(past));
			change.revision = before.revision().next(this.clock.instant(), this.traces.currentTraceId().orElse(null));
		}));
	}

	private Provenance andDerived(@Nullable Provenance past) {
		if (past == null) {
			return new Provenance(Sources.DERIVED, this.clock.instant(), "INVERSE", 0.8);
		}
		Set<String> others = new TreeSet<>(past.alsoFrom());
		others.add(Sources.DERIVED);
		return new Provenance(past.source(), past.at(), past.rule(), past.confidence(), List.copyOf(others),
				past.note());
	}

}

package io.mokuroku.sync.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AddOutcome;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SaveOutcome;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.diff.CatalogueDiff;
import io.mokuroku.sync.diff.Decision;
import io.mokuroku.telemetry.TraceContexts;
import org.jspecify.annotations.Nullable;

/**
 * Applies a few records at once. New entries go in together, in one transaction; where
 * that is refused because a link is taken, each record is looked at again by itself.
 * Applying the same records twice changes nothing the second time.
 */
final class BatchImport {

	private static final int MOST_ROUNDS = 5;

	private final AnimeStore store;

	private final EntryParts parts;

	private final SourceLinks links;

	private final TraceContexts traces;

	private final InstantSource clock;

	BatchImport(AnimeStore store, EntryParts parts, SourceLinks links, TraceContexts traces, InstantSource clock) {
		this.store = store;
		this.parts = parts;
		this.links = links;
		this.traces = traces;
		this.clock = clock;
	}

	/**
	 * Applies a batch.
	 * @param batch lines whose new entries fit into one transaction
	 * @param allNew whether to expect that nothing of it is known; being wrong costs time
	 * only
	 * @throws RetryableFailure if the store does not let it happen
	 */
	Counts apply(List<DatasetLine> batch, boolean allNew) {
		List<DatasetRecord> records = new ArrayList<>();
		for (DatasetLine line : batch) {
			if (line instanceof DatasetLine.Parsed(long _, DatasetRecord content)) {
				records.add(content);
			}
		}
		int broken = batch.size() - records.size();
		return applyAll(records, allNew, 0).plus(Counts.applied(0, 0, 0, 0, broken));
	}

	private Counts applyAll(List<DatasetRecord> records, boolean allNew, int round) {
		if (records.isEmpty()) {
			return Counts.NONE;
		}
		if (round >= MOST_ROUNDS) {
			throw new RetryableFailure("Entries keep changing while they are imported", null);
		}
		List<Decision> decisions = allNew ? decideUnseen(records) : decide(records);
		Map<AnimeId, DatasetRecord> added = new LinkedHashMap<>();
		List<AnimeEntry> drafts = new ArrayList<>();
		List<DatasetRecord> again = new ArrayList<>();
		Counts counts = Counts.NONE;
		for (int i = 0; i < records.size(); i++) {
			DatasetRecord found = records.get(i);
			switch (decisions.get(i)) {
				case Decision.Add(AnimeEntry draft) -> {
					if (added.putIfAbsent(draft.id(), found) == null) {
						drafts.add(draft);
					}
					else {
						again.add(found);
					}
				}
				case Decision.Keep _ -> counts = counts.plus(Counts.applied(0, 0, 1, 0, 0));
				case Decision.Contested _ -> counts = counts.plus(Counts.applied(0, 0, 0, 1, 0));
				case Decision.Change change -> {
					if (save(change)) {
						counts = counts.plus(Counts.applied(0, 1, 0, 0, 0));
					}
					else {
						again.add(found);
					}
				}
			}
		}
		return counts.plus(add(drafts, added, again)).plus(applyAll(again, false, round + 1));
	}

	/** Adds all drafts, or those that can be; the others are looked at again. */
	private Counts add(List<AnimeEntry> drafts, Map<AnimeId, DatasetRecord> records, List<DatasetRecord> again) {
		if (drafts.isEmpty()) {
			return Counts.NONE;
		}
		return switch (this.store.add(drafts)) {
			case AddOutcome.Added() -> Counts.applied(drafts.size(), 0, 0, 0, 0);
			case AddOutcome.Taken(Set<AnimeId> refused) -> {
				List<AnimeEntry> rest = new ArrayList<>();
				for (AnimeEntry draft : drafts) {
					DatasetRecord found = records.get(draft.id());
					if (!refused.contains(draft.id())) {
						rest.add(draft);
					}
					else if (found != null) {
						again.add(found);
					}
				}
				yield add(rest, records, again);
			}
		};
	}

	private List<Decision> decideUnseen(List<DatasetRecord> records) {
		return decide(records, Map.of(), Map.of());
	}

	private List<Decision> decide(List<DatasetRecord> records) {
		Set<SourceLink> all = records.stream().flatMap((found) -> found.sources().stream()).collect(Collectors.toSet());
		Map<SourceLink, AnimeId> holders = this.links.findAll(all);
		return decide(records, holders, this.store.findAll(Set.copyOf(holders.values())));
	}

	private List<Decision> decide(List<DatasetRecord> records, Map<SourceLink, AnimeId> holders,
			Map<AnimeId, AnimeEntry> entries) {
		@Nullable String trace = this.traces.currentTraceId().orElse(null);
		return records.stream()
			.map((found) -> CatalogueDiff.decide(found, holders, entries, this.clock.instant(), trace))
			.toList();
	}

	private boolean save(Decision.Change change) {
		change.shadow().ifPresent(this.parts::putDatasetShadow);
		return this.store.save(change.after(), change.before(), null) == SaveOutcome.SAVED;
	}

}

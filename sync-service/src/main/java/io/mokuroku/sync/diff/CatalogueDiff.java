package io.mokuroku.sync.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.sync.dataset.DatasetRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares records with what the catalogue knows. A draft follows its record; an entry
 * that was enriched knows better than the dataset and takes only new links from it, while
 * what the dataset says is kept beside it.
 */
public final class CatalogueDiff {

	private CatalogueDiff() {
	}

	/**
	 * Decides about one record.
	 * @param found the record
	 * @param holders the entries that hold its links, by link
	 * @param entries those entries
	 * @param now the time of the change
	 * @param trace the trace of the change
	 */
	public static Decision decide(DatasetRecord found, Map<SourceLink, AnimeId> holders,
			Map<AnimeId, AnimeEntry> entries, Instant now, @Nullable String trace) {
		Set<AnimeId> ids = new LinkedHashSet<>();
		found.sources().forEach((link) -> Optional.ofNullable(holders.get(link)).ifPresent(ids::add));
		if (ids.isEmpty()) {
			return new Decision.Add(Drafts.mint(found, now, trace));
		}
		AnimeEntry entry = entries.get(ids.iterator().next());
		if (ids.size() > 1 || entry == null) {
			return new Decision.Contested(ids);
		}
		if (entry.revision().datasetHash().equals(found.hash())) {
			return new Decision.Keep(entry.id());
		}
		AnimeEntry draft = Drafts.redraft(entry, found, now, trace);
		if (entry.lifecycle() == Lifecycle.DRAFT) {
			return new Decision.Change(entry, draft, Optional.empty());
		}
		return new Decision.Change(entry, entry.with((change) -> {
			List<SourceLink> links = new ArrayList<>(entry.sources());
			links.addAll(found.sources());
			change.sources = links;
			change.revision = draft.revision();
		}), Optional.of(draft));
	}

}

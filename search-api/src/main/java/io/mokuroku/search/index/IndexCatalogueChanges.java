package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.CatalogueChanged;
import io.mokuroku.message.MessageHandler;
import io.mokuroku.telemetry.TraceContexts;
import org.jspecify.annotations.Nullable;

/**
 * Brings the index to the state of the catalogue for the entries that changed. It reads
 * the entries as they are now, so a late message does no harm.
 */
final class IndexCatalogueChanges implements MessageHandler<CatalogueChanged> {

	private final CatalogueReader catalogue;

	private final AnimeIndex index;

	private final List<CatalogueListener> listeners;

	private final TraceContexts traces;

	IndexCatalogueChanges(CatalogueReader catalogue, AnimeIndex index, List<CatalogueListener> listeners,
			TraceContexts traces) {
		this.catalogue = catalogue;
		this.index = index;
		this.listeners = List.copyOf(listeners);
		this.traces = traces;
	}

	@Override
	public void handle(CatalogueChanged message) {
		this.listeners.forEach((listener) -> listener.committed(message.changes()));
		List<AnimeId> ids = message.changes().stream().map(CatalogueChanged.Change::animeId).distinct().toList();
		Map<AnimeId, AnimeEntry> entries = this.catalogue.findAll(ids);
		String trace = this.traces.currentTraceId().orElse(null);
		List<IndexChange> changes = new ArrayList<>(ids.size());
		for (AnimeId id : ids) {
			changes.add(change(id, entries.get(id), trace));
		}
		this.index.apply(changes);
		this.listeners.forEach((listener) -> listener.indexed(message.changes(), entries));
	}

	private static IndexChange change(AnimeId id, @Nullable AnimeEntry entry, @Nullable String trace) {
		if (entry == null) {
			return new IndexChange.Forget(id);
		}
		return IndexChange.of(entry, trace);
	}

	/** What the catalogue knows of entries. */
	@FunctionalInterface
	interface CatalogueReader {

		Map<AnimeId, AnimeEntry> findAll(Collection<AnimeId> ids);

	}

}

package io.mokuroku.search.anime;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.search.projection.AnimeProjection;

/**
 * Entries straight from the store.
 */
final class StoredEntries implements ServedEntries {

	private final AnimeStore entries;

	private final SourceLinks links;

	private final ComposeAnime compose;

	StoredEntries(AnimeStore entries, SourceLinks links, ComposeAnime compose) {
		this.entries = entries;
		this.links = links;
		this.compose = compose;
	}

	@Override
	public Optional<ServedEntry> find(AnimeId id) {
		return this.entries.find(id).map(this::served);
	}

	@Override
	public Optional<AnimeId> holder(SourceLink link) {
		return this.links.find(link);
	}

	private ServedEntry served(AnimeEntry entry) {
		return new ServedEntry(entry.id(), entry.revision().version(), entry.mergedInto(), AnimeProjection.adult(entry),
				entry.sources(), this.compose.plain(entry));
	}

}

package io.mokuroku.sync.snapshot;

import java.util.HashSet;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.StoredEntry;

/**
 * The entries of a snapshot that were read again because they were committed while the
 * tables were scanned. What the scan saw of them does not count.
 */
final class AmendedEntries {

	private final Set<AnimeId> ids;

	private AmendedEntries(Set<AnimeId> ids) {
		this.ids = ids;
	}

	static AmendedEntries of(SnapshotStore store, String folder, Manifest manifest) throws SnapshotUnusable {
		Set<AnimeId> ids = new HashSet<>();
		for (SnapshotFile file : manifest.amendments()) {
			try (FetchedFile fetched = FetchedFile.fetch(store, folder, file)) {
				fetched.readEntries((entry) -> ids.add(entry.id()));
			}
		}
		return new AmendedEntries(ids);
	}

	/** Whether an entry of a file counts. */
	boolean counts(SnapshotFile file, StoredEntry entry) {
		return file.amendment() || !this.ids.contains(entry.id());
	}

	int size() {
		return this.ids.size();
	}

}

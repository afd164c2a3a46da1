package io.mokuroku.sync.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots there are. They are known by their manifests alone, so that they can be
 * found where no table is left.
 */
final class Snapshots {

	private static final Logger logger = LoggerFactory.getLogger(Snapshots.class);

	private static final String ROOT = "snapshots/";

	private static final String MANIFEST = "manifest.json";

	private final SnapshotStore store;

	Snapshots(SnapshotStore store) {
		this.store = store;
	}

	/** Where a snapshot lies, with a slash at the end. */
	static String folder(String id) {
		if (!id.matches("[0-9A-Za-z][0-9A-Za-z.-]{0,63}")) {
			throw new IllegalArgumentException("Not the id of a snapshot");
		}
		return ROOT + id + "/";
	}

	/**
	 * The manifest of a snapshot.
	 * @throws SnapshotUnusable if there is none or it cannot be read
	 */
	Manifest get(String id) throws SnapshotUnusable {
		return find(id).orElseThrow(() -> new SnapshotUnusable("There is no snapshot " + id));
	}

	/**
	 * The manifest of a snapshot.
	 * @throws SnapshotUnusable if it cannot be read
	 */
	Optional<Manifest> find(String id) throws SnapshotUnusable {
		Optional<byte[]> json = this.store.find(folder(id) + MANIFEST);
		if (json.isEmpty()) {
			return Optional.empty();
		}
		Manifest manifest = Manifest.read(json.get());
		if (!manifest.id().equals(id)) {
			throw new SnapshotUnusable("The manifest of %s calls itself %s".formatted(id, manifest.id()));
		}
		return Optional.of(manifest);
	}

	/** Every snapshot, the newest first. What cannot be read is left out. */
	List<Manifest> all() {
		List<Manifest> all = new ArrayList<>();
		for (String id : this.store.folders(ROOT)) {
			try {
				find(id).ifPresent(all::add);
			}
			catch (SnapshotUnusable | IllegalArgumentException ex) {
				logger.warn("snapshot left out id={} reason={}", id, ex.getMessage());
			}
		}
		all.sort(Comparator.comparing(Manifest::id).reversed());
		return all;
	}

	/**
	 * Makes a snapshot exist.
	 * @throws SnapshotUnusable if the manifest does not lie there as it was written
	 */
	void add(Manifest manifest) throws SnapshotUnusable {
		this.store.put(folder(manifest.id()) + MANIFEST, manifest.write());
		if (!get(manifest.id()).equals(manifest)) {
			throw new SnapshotUnusable("The manifest reads otherwise than it was written");
		}
	}

	/** Removes a snapshot, its manifest first. */
	void remove(String id) {
		this.store.removeAll(folder(id) + MANIFEST);
		this.store.removeAll(folder(id));
	}

	/**
	 * Removes what was left behind by runs that never came to a manifest. None may be
	 * under way.
	 * @return how many files in progress and snapshots were removed
	 */
	int sweep() {
		int swept = this.store.abortUploads((key) -> key.startsWith(ROOT));
		for (String id : this.store.folders(ROOT)) {
			if (this.store.find(ROOT + id + "/" + MANIFEST).isEmpty()) {
				this.store.removeAll(ROOT + id + "/");
				swept++;
			}
		}
		return swept;
	}

}

package io.mokuroku.sync.snapshot;

import io.mokuroku.catalogue.store.StoredItem;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a restore writes.
 */
final class RestoreRule {

	private RestoreRule() {
	}

	/**
	 * Decides about an entry with all its parts.
	 * @param stored the version in the snapshot
	 * @param present the version in the tables, 0 if it is not there
	 */
	static Verdict entry(RestoreMode mode, long stored, long present) {
		if (present == 0) {
			return Verdict.ADD;
		}
		if (stored == 0) {
			return Verdict.KEEP;
		}
		return switch (mode) {
			case NEWER_WINS -> (stored > present) ? Verdict.REPLACE : Verdict.KEEP;
			case SNAPSHOT_WINS -> Verdict.REPLACE;
		};
	}

	/**
	 * Decides about an item that stands for itself.
	 * @param stored the item in the snapshot
	 * @param present the item under the same key in the tables
	 * @return whether to write it
	 */
	static boolean writes(RestoreMode mode, StoredItem stored, @Nullable StoredItem present) {
		if (present == null) {
			return true;
		}
		if (present.equals(stored)) {
			return false;
		}
		return switch (mode) {
			case NEWER_WINS -> stored.version() > present.version();
			case SNAPSHOT_WINS -> true;
		};
	}

	/** What to do with an entry. */
	enum Verdict {

		/** It is not there: write it. */
		ADD,

		/** Write it over what is there. */
		REPLACE,

		/** Leave what is there. */
		KEEP

	}

}

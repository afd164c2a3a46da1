package io.mokuroku.sync.snapshot;

/**
 * An item that is not the same in a snapshot and in the tables.
 *
 * @param item its table and keys
 * @param kind in what they differ
 */
record Difference(String item, Kind kind) {

	/** In what a snapshot and the tables differ. */
	enum Kind {

		/** The tables do not have it. */
		MISSING,

		/** The tables have another state of it. */
		CHANGED,

		/** A part of an entry that the snapshot's entry does not have. */
		EXTRA

	}

}

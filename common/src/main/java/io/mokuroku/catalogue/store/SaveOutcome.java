package io.mokuroku.catalogue.store;

/**
 * What became of a changed entry.
 */
public enum SaveOutcome {

	/** It is committed, its lock released, its change announced. */
	SAVED,

	/** Somebody else committed first; read again and decide anew. */
	STALE,

	/** The lock had expired and is no longer the caller's; nothing was written. */
	LOCK_LOST,

	/** A link that the entry now names belongs to another entry; nothing was written. */
	LINK_TAKEN

}

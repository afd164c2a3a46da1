package io.mokuroku.sync.release;

/**
 * What a release must pass before anything of it is applied.
 */
public enum Gate {

	/** It holds at least 98 % of the records of the one before, and at least one. */
	RECORDS,

	/** At least 99.9 % of its positions hold a record. */
	READABLE,

	/** No provider has lost more than 5 % of its links. */
	LINKS,

	/** Fewer than 0.5 % of the links occur in more than one record. */
	SHARED_LINKS

}

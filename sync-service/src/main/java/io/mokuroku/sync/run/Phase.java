package io.mokuroku.sync.run;

/**
 * What a run is doing.
 */
public enum Phase {

	/** Waiting for a worker, or for its release. */
	FETCHING,

	/** Comparing the release with the catalogue. */
	COMPARING,

	/** Applying the plan. */
	APPLYING,

	/** Sending entries to enrichment. */
	REQUESTING,

	/** Nothing any more. */
	ENDED

}

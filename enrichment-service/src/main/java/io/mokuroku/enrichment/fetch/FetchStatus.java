package io.mokuroku.enrichment.fetch;

/**
 * How asking a source went. A source that failed is FAILED; the state machine notes that.
 */
public enum FetchStatus {

	/** Its answer is in the work area. */
	OK,

	/** It does not know what was asked for. */
	NOT_FOUND,

	/** It lists no episodes, or none of that kind: its silence says nothing. */
	NOT_ASKED

}

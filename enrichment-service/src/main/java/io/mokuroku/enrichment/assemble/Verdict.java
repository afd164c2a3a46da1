package io.mokuroku.enrichment.assemble;

/**
 * Where an assembled entry goes.
 */
enum Verdict {

	/** It is committed at once. */
	AUTO,

	/** A person decides. */
	REVIEW

}

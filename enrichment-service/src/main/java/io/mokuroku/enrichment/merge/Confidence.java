package io.mokuroku.enrichment.merge;

/**
 * How sure a choice is, from 0 to 1.
 */
final class Confidence {

	/** Two or more say the same. */
	static final double ALL_AGREE = 0.95;

	/** At least two thirds say so. */
	static final double MAJORITY = 0.9;

	/** The source that knows best says so, alone. */
	static final double TRUSTED_ALONE = 0.8;

	/** Another source says so, alone. */
	static final double FALLBACK_ALONE = 0.6;

	/** They disagree and the order of trust decided. */
	static final double DISPUTED = 0.5;

	private Confidence() {
	}

}

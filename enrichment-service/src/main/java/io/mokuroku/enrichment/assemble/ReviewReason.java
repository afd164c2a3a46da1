package io.mokuroku.enrichment.assemble;

/**
 * Why a person must see an entry.
 */
enum ReviewReason {

	/** Something is missing that no entry may lack. */
	MISSING_REQUIRED,

	/** Providers contradict each other about what the work is. */
	CORE_CONFLICT,

	/** What was finished is said to be running again. */
	STATUS_REGRESSION,

	/** Too much is uncertain or missing. */
	LOW_CONFIDENCE

}

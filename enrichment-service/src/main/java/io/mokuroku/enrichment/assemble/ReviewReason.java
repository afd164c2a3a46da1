package io.mokuroku.enrichment.assemble;

/**
 * Why a person must see an entry.
 */
enum ReviewReason {

	/** Something is missing that no entry may lack. */
	MISSING_REQUIRED,

	/** Something is there that cannot be: a year before anime, an address of no web. */
	INVALID_VALUE,

	/** Providers name, count and date it so differently that they may mean two works. */
	IDENTITY,

	/** One provider's page is probably about another work. */
	PROVIDER_MISMATCH,

	/** Its dates cannot be. */
	TEMPORAL,

	/** Its fields do not fit each other. */
	CROSS_FIELD,

	/** One source says it is for adults, another that it is for all. */
	ADULT_MISMATCH,

	/** Providers contradict each other about what the work is. */
	CORE_CONFLICT,

	/** It and another anime call each other sequel, or each other prequel. */
	RELATION_CONFLICT,

	/** The dataset takes it for the same as another entry. */
	MERGE_PROPOSAL,

	/** The dataset takes it for several anime. */
	SPLIT_PROPOSAL,

	/** What was finished is said to be running again. */
	STATUS_REGRESSION,

	/** Much of what is known would be gone. */
	SHRINK_GUARD,

	/** Too much is uncertain or missing. */
	LOW_CONFIDENCE,

	/** So many will see it that one look is worth it. */
	POPULAR,

	/** One of a few taken by chance, to measure how good the checks are. */
	SAMPLE

}

package io.mokuroku.enrichment.merge;

/**
 * The sorts of rules by which a field is chosen. Their names stand in provenance, except
 * for what is derived, which names its own formula.
 */
public enum RuleKind {

	/** A person wrote it; what others say is noted, not taken. */
	LOCKED,

	/** The first in the order of trust. */
	PRIORITY,

	/** What most of three or more say. */
	MAJORITY,

	/** The date of which most is known, where they fit. */
	MOST_PRECISE,

	/** All that anybody says, each once. */
	UNION,

	/** Everybody's own, side by side. */
	PER_PROVIDER,

	/** Computed from other values. */
	DERIVED

}

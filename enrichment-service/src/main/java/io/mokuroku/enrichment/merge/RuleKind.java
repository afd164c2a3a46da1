package io.mokuroku.enrichment.merge;

/**
 * The sorts of rules by which a field is chosen. Their names stand in provenance; what is
 * derived names its own formula there.
 */
public enum RuleKind {

	/** The first in the order of trust. */
	PRIORITY,

	/** What most of three or more say. */
	MAJORITY,

	/** The date of which most is known, where they fit. */
	MOST_PRECISE,

	/** All that anybody says, each once. */
	UNION,

	/** Everybody's own, side by side. */
	PER_PROVIDER

}

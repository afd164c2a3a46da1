package io.mokuroku.review.task;

/**
 * What was decided.
 */
public enum Verdict {

	/** The proposal is right. */
	APPROVE,

	/** The proposal is right once some fields are corrected. */
	APPROVE_WITH_EDITS,

	/** The entry stays as it is. */
	REJECT,

	/**
	 * A later question about the same entry took this one's place. Nobody chooses this.
	 */
	SUPERSEDED

}

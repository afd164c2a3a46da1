package io.mokuroku.review.task;

/**
 * What was decided.
 */
public enum Verdict {

	/** The proposal is right. */
	APPROVE,

	/** The proposal is right once some fields are corrected. */
	APPROVE_WITH_EDITS,

	/** The proposal is to be made anew, from a stage on. */
	REQUEST_RERUN,

	/** The entry stays as it is; a new one is not published. */
	REJECT,

	/** The question is to be asked again later. */
	DEFER,

	/** The entry is the same anime as another and leads to it from now on. */
	MERGE,

	/** The entry and another are two anime; they are never taken for one again. */
	KEEP_SEPARATE,

	/**
	 * A later question about the same entry took this one's place. Nobody chooses this.
	 */
	SUPERSEDED

}

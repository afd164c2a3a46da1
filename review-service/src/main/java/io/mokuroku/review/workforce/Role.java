package io.mokuroku.review.workforce;

/**
 * What somebody may do.
 */
public enum Role {

	/** Looks at reviews and decides them. */
	REVIEWER,

	/** A reviewer who also decides on reviewers and templates. */
	LEAD

}

package io.mokuroku.review.task;

/**
 * How far a review has come.
 */
public enum TaskState {

	/** Nobody has decided yet. */
	OPEN,

	/** It is decided, and the workflow has not been told yet. */
	DECIDED,

	/** The workflow knows the decision. */
	DELIVERED,

	/** The workflow no longer waits for a decision. */
	EXPIRED

}

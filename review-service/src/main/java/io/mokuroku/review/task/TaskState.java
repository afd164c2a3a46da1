package io.mokuroku.review.task;

/**
 * How far a review has come.
 */
public enum TaskState {

	/** Nobody has decided yet. */
	OPEN,

	/** It is put off and asked again at a moment that is known. */
	DEFERRED,

	/** It is decided, and what was decided is not done yet. */
	DECIDED,

	/** The decision is done, or the workflow knows it. */
	DELIVERED,

	/** The workflow no longer waits for a decision, or will never take this one. */
	EXPIRED

}

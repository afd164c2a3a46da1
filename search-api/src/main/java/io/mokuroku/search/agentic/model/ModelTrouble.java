package io.mokuroku.search.agentic.model;

import org.jspecify.annotations.Nullable;

/**
 * A model that did not reply.
 */
public final class ModelTrouble extends Exception {

	private final Kind kind;

	private final boolean unpaid;

	/**
	 * A trouble.
	 * @param unpaid whether the call surely costs nothing
	 */
	public ModelTrouble(Kind kind, boolean unpaid, String detail, @Nullable Throwable cause) {
		super(detail, cause);
		this.kind = kind;
		this.unpaid = unpaid;
	}

	/** What is wrong. */
	public Kind kind() {
		return this.kind;
	}

	/** Whether the call surely costs nothing. */
	public boolean unpaid() {
		return this.unpaid;
	}

	/** What can be wrong. */
	public enum Kind {

		/** It is asked too often. */
		THROTTLED,

		/** It fails, or cannot be reached. */
		UNAVAILABLE,

		/** It did not reply in time. */
		TIMEOUT,

		/** It does not take the request. */
		REFUSED,

		/** What it replied is of no use. */
		NONSENSE

	}

}

package io.mokuroku.search.agentic;

import io.mokuroku.search.agentic.tool.Step;

/**
 * Follows an answer while it is made. Each method throws {@link Gone} if nobody waits for
 * the answer any more.
 */
interface Progress {

	/** Follows nothing. */
	Progress NONE = new Progress() {
	};

	/** Whether somebody follows. */
	default boolean live() {
		return false;
	}

	/** Somebody begins to plan; whatever was told before belongs to a plan given up. */
	default void plans(AnswerMeta.Planner planner) {
	}

	/** Something was searched. */
	default void searched(Step step) {
	}

	/** What the model says beside its answer. */
	default void says(String text) {
	}

	/** Nothing has happened for a while. */
	default void waits() {
	}

	/** Nobody waits for the answer any more. */
	final class Gone extends RuntimeException {

		Gone(Throwable cause) {
			super("nobody waits for the answer", cause);
		}

	}

}

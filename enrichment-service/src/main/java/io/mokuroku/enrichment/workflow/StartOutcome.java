package io.mokuroku.enrichment.workflow;

import java.time.Duration;

/**
 * What became of a request.
 */
sealed interface StartOutcome {

	/**
	 * An execution runs, or ran, for it.
	 *
	 * @param executionArn the execution
	 */
	record Started(String executionArn) implements StartOutcome {
	}

	/**
	 * It has to wait.
	 *
	 * @param reason a short, stable word
	 * @param askAgainIn when to ask again
	 */
	record Busy(String reason, Duration askAgainIn) implements StartOutcome {
	}

}

package io.mokuroku.enrichment.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The executions of the state machine.
 */
interface Executions {

	/**
	 * Starts one. A name that was used before is not started again.
	 * @return its ARN
	 * @throws io.mokuroku.message.RetryableFailure if the state machine is not there yet
	 */
	String start(String name, String input);

	/** Where one stands; empty if it is forgotten. */
	Optional<State> find(String arn);

	/**
	 * Where an execution stands.
	 *
	 * @param status RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED
	 * @param startedAt when it began
	 * @param stoppedAt when it ended
	 * @param error the name of what ended it
	 * @param cause a sentence about it
	 * @param steps the states it entered last, the newest first
	 */
	record State(String status, Instant startedAt, @Nullable Instant stoppedAt, @Nullable String error,
			@Nullable String cause, List<Step> steps) {
	}

	/**
	 * One state entered.
	 *
	 * @param name the state
	 * @param at when
	 */
	record Step(String name, Instant at) {
	}

}

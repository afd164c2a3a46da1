package io.mokuroku.enrichment.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The executions of the state machine. Every call throws
 * {@link io.mokuroku.message.RetryableFailure} while Step Functions cannot be reached or
 * is overloaded.
 */
interface Executions {

	/**
	 * Starts one. A name that was used before is not started again.
	 * @return its ARN
	 * @throws io.mokuroku.message.RetryableFailure if the state machine is not there yet
	 * @throws io.mokuroku.message.PermanentFailure with code {@code execution_refused} if
	 * Step Functions will never start it
	 */
	String start(String name, String input);

	/** Where one stands; empty if it is forgotten. */
	Optional<State> find(String arn);

	/** Where the one of a name stands; empty if none was started or it is forgotten. */
	Optional<State> findByName(String name);

	/** What happened in it so far, in order; empty if it is forgotten. */
	List<Event> history(String arn);

	/** Ends one at once, without its own clean-up. One that has ended stays as it is. */
	void stop(String arn, String error, String cause);

	/**
	 * Where an execution stands.
	 *
	 * @param status RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED
	 * @param startedAt when it began
	 * @param stoppedAt when it ended
	 * @param error the name of what ended it
	 * @param cause a sentence about it
	 * @param input what it was started with, as JSON
	 * @param output what came of it, as JSON
	 */
	record State(String status, Instant startedAt, @Nullable Instant stoppedAt, @Nullable String error,
			@Nullable String cause, @Nullable String input, @Nullable String output) {

		boolean isRunning() {
			return this.status.equals("RUNNING");
		}

		boolean isSuccess() {
			return this.status.equals("SUCCEEDED");
		}

	}

	/**
	 * Something that happened.
	 *
	 * @param id from 1
	 * @param previousId what led to it, 0 for the first
	 * @param at when
	 * @param type such as {@code TaskStateEntered}
	 * @param state the state, where one was entered or left
	 * @param output what it was left with, as JSON
	 */
	record Event(long id, long previousId, Instant at, String type, @Nullable String state, @Nullable String output) {
	}

}

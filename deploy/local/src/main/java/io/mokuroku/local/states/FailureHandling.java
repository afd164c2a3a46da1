package io.mokuroku.local.states;

import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Decides what becomes of a state that failed: it is tried again, its failure is caught,
 * or its strand fails with it.
 */
final class FailureHandling {

	private final Turn turn;

	private final Interpreter interpreter;

	private final Branching branching;

	FailureHandling(Turn turn, Interpreter interpreter, Branching branching) {
		this.turn = turn;
		this.interpreter = interpreter;
		this.branching = branching;
	}

	void handle(Strand strand, Failure failure) {
		Handling handling = handlingOf(strand.state());
		if (tryAgain(strand, handling.retriers(), failure)) {
			return;
		}
		this.branching.giveUp(strand);
		for (Handling.Catcher catcher : handling.catchers()) {
			if (ErrorNames.match(catcher.errors(), failure)) {
				caught(strand, catcher, failure);
				return;
			}
		}
		failStrand(strand, failure);
	}

	/** Only the first retrier that knows the error counts. */
	private boolean tryAgain(Strand strand, List<Retrier> retriers, Failure failure) {
		for (int i = 0; i < retriers.size(); i++) {
			Retrier retrier = retriers.get(i);
			if (ErrorNames.match(retrier.errors(), failure)) {
				if (strand.attempts(i) >= retrier.maxAttempts()) {
					return false;
				}
				Duration delay = retrier.delay(strand.attempts(i), this.turn.random());
				this.branching.abortBranches(strand);
				this.turn.record(new Fact.Retrying(strand.id(), i, this.turn.now().plus(delay)));
				return true;
			}
		}
		return false;
	}

	private void caught(Strand strand, Handling.Catcher catcher, Failure failure) {
		JsonNode errorOutput = failure.toOutput();
		try {
			this.interpreter.exit(strand, catcher.outcome(), errorOutput,
					this.interpreter.bindings(strand).withErrorOutput(errorOutput), catcher.next());
		}
		catch (QueryFailure ex) {
			failStrand(strand, Failure.of(ErrorNames.QUERY_EVALUATION, ex.getMessage()));
		}
		catch (StateFailed ex) {
			failStrand(strand, ex.failure());
		}
	}

	/** Without a parent the strand is the execution itself. */
	void failStrand(Strand strand, Failure failure) {
		if (strand.parent() == null) {
			this.interpreter.finish(ExecutionStatus.FAILED, null, failure, strand.lastEvent());
		}
		else {
			this.branching.failed(strand, failure);
		}
	}

	private static Handling handlingOf(State state) {
		return switch (state) {
			case State.Task task -> task.handling();
			case State.Parallel parallel -> parallel.handling();
			case State.ForEach forEach -> forEach.handling();
			case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> Handling.NONE;
		};
	}

}

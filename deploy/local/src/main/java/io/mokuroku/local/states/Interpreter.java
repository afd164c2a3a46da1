package io.mokuroku.local.states;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides what happens in an execution during one turn. It reads the execution, evaluates
 * expressions and records facts; it touches neither disk nor network.
 */
final class Interpreter {

	/** The longest history; an execution that needs more fails. */
	static final int MOST_EVENTS = 25_000;

	private final Turn turn;

	private final Execution execution;

	private final Queries queries;

	private final StateEntry entry;

	private final Branching branching;

	private final FailureHandling failures;

	Interpreter(Turn turn, Queries queries) {
		this.turn = turn;
		this.execution = turn.execution();
		this.queries = queries;
		this.branching = new Branching(turn, this);
		this.failures = new FailureHandling(turn, this, this.branching);
		this.entry = new StateEntry(turn, this, queries, this.branching);
	}

	StateEntry entry() {
		return this.entry;
	}

	FailureHandling failures() {
		return this.failures;
	}

	/**
	 * Lets everything that can go on do so, until all strands wait or the execution ends.
	 */
	void run() {
		for (Strand strand = this.turn.ready().poll(); strand != null; strand = this.turn.ready().poll()) {
			if (this.execution.isFinished()) {
				return;
			}
			if (this.execution.events() >= MOST_EVENTS) {
				finish(ExecutionStatus.FAILED, null,
						Failure.of(ErrorNames.RUNTIME,
								"The execution reached the maximum number of history events (" + MOST_EVENTS + ")."),
						0);
				return;
			}
			String next = strand.next();
			if (this.execution.isAlive(strand) && next != null) {
				enter(strand, next);
			}
		}
	}

	/** Starts what was begun but has not entered a state, and does what is due. */
	void wake() {
		Instant deadline = this.execution.deadline();
		if (deadline != null && !deadline.isAfter(this.turn.now()) && !this.execution.isFinished()) {
			finish(ExecutionStatus.TIMED_OUT, null, Failure.of(null, null), 0);
			return;
		}
		for (Strand strand : this.execution.strands()) {
			if (strand.pending() instanceof Pending.Nothing) {
				this.turn.ready(strand);
			}
		}
		run();
		for (Optional<Strand> due = findDue(); due.isPresent(); due = findDue()) {
			expire(due.get());
			run();
		}
	}

	private Optional<Strand> findDue() {
		return this.execution.strands()
			.stream()
			.filter((strand) -> !dueOf(strand).isAfter(this.turn.now()))
			.min(Comparator.comparing(Interpreter::dueOf));
	}

	private static Instant dueOf(Strand strand) {
		Instant due = strand.pending().due();
		return (due != null) ? due : Instant.MAX;
	}

	private void expire(Strand strand) {
		switch (strand.pending()) {
			case Pending.Timer _ -> this.entry.waited(strand);
			case Pending.Retry _ -> this.entry.begin(strand);
			case Pending.Answer answer -> {
				boolean whole = answer.timeoutAt() != null && !answer.timeoutAt().isAfter(this.turn.now());
				this.turn.record(new Fact.TaskFailed(this.turn.mark(strand), strand.id(), answer.action(), true,
						ErrorNames.TIMEOUT, null));
				this.failures.handle(strand, new Failure(ErrorNames.TIMEOUT, null, !whole));
			}
			case Pending.Branches _, Pending.Nothing _ -> throw new IllegalStateException("nothing can be due");
		}
	}

	/** The message of a task was sent; a task that does not wait has then succeeded. */
	void sent(Strand strand, JsonNode receipt) {
		if (strand.pending() instanceof Pending.Answer answer) {
			this.turn.record(new Fact.TaskStarted(this.turn.mark(strand), strand.id(), answer.action()));
			if (answer.token() == null) {
				succeed(strand, answer, receipt);
			}
			else {
				this.turn.record(new Fact.TaskSubmitted(this.turn.mark(strand), strand.id(), answer.action(), receipt));
			}
		}
		run();
	}

	void answered(Strand strand, JsonNode output) {
		if (strand.pending() instanceof Pending.Answer answer) {
			succeed(strand, answer, output);
		}
		run();
	}

	private void succeed(Strand strand, Pending.Answer answer, JsonNode output) {
		this.turn.record(new Fact.TaskSucceeded(this.turn.mark(strand), strand.id(), answer.action(), output));
		this.entry.completed(strand, output);
	}

	/** A task failed: its worker said so, or its message could not be sent. */
	void taskFailed(Strand strand, Failure failure) {
		if (strand.pending() instanceof Pending.Answer answer) {
			if (!answer.sent()) {
				this.turn.record(new Fact.TaskStarted(this.turn.mark(strand), strand.id(), answer.action()));
			}
			this.turn.record(new Fact.TaskFailed(this.turn.mark(strand), strand.id(), answer.action(), false,
					failure.error(), failure.cause()));
			this.failures.handle(strand, failure);
		}
		run();
	}

	void heard(Strand strand) {
		this.turn.record(new Fact.HeartbeatReceived(strand.id()));
	}

	/** This server itself cannot go on with the execution. */
	void giveUp(String cause) {
		finish(ExecutionStatus.FAILED, null, Failure.of(ErrorNames.RUNTIME, cause), 0);
	}

	void stop(@Nullable String error, @Nullable String cause) {
		finish(ExecutionStatus.ABORTED, null, Failure.of(error, cause), 0);
	}

	private void enter(Strand strand, String name) {
		State state = strand.flow().get(name);
		this.turn.record(new Fact.Entered(this.turn.mark(strand), strand.id(), name, state.type(), strand.input()));
		this.entry.begin(strand);
	}

	/** Leaves a state with what its outcome says, or with a default output. */
	void exit(Strand strand, Outcome outcome, JsonNode defaultOutput, Bindings bindings, @Nullable String next)
			throws QueryFailure, StateFailed {
		JsonNode output = (outcome.output() != null) ? this.queries.evaluate(outcome.output(), "Output", bindings)
				: defaultOutput;
		Map<String, JsonNode> assigned = this.queries.evaluateAll(outcome.assign(), "Assign", bindings);
		Payloads.check(output, "output", strand.state());
		Payloads.checkAll(assigned, strand.state());
		State state = strand.state();
		this.turn.record(new Fact.Exited(this.turn.mark(strand), strand.id(), state.name(), state.type(), output,
				assigned, next));
		if (next != null) {
			this.turn.ready(strand);
		}
		else if (strand.parent() == null) {
			finish(ExecutionStatus.SUCCEEDED, output, Failure.of(null, null), strand.lastEvent());
		}
		else {
			this.branching.ended(strand, output);
		}
	}

	void evaluationFailed(Strand strand, QueryFailure problem) {
		State state = strand.state();
		String cause = "An error occurred while executing the state '" + state.name() + "' (entered at the event id #"
				+ strand.enteredEvent() + "). " + problem.getMessage();
		this.turn.record(new Fact.EvaluationFailed(this.turn.mark(strand), strand.id(), state.name(),
				problem.location(), ErrorNames.QUERY_EVALUATION, cause));
		this.failures.handle(strand, Failure.of(ErrorNames.QUERY_EVALUATION, cause));
	}

	void finish(ExecutionStatus status, @Nullable JsonNode output, Failure failure, long previous) {
		this.turn.record(new Fact.Finished(this.turn.mark(previous), status, output, failure.error(), failure.cause()));
	}

	Bindings bindings(Strand strand) {
		return Bindings.of(strand.visibleVariables(), strand.input(),
				ContextObject.of(this.execution.header(), strand, null));
	}

}

package io.mokuroku.local.states;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What each type of state does once it is entered, or tried again, and once what it
 * waited for has come.
 */
final class StateEntry {

	private final Turn turn;

	private final Interpreter interpreter;

	private final Queries queries;

	private final Branching branching;

	StateEntry(Turn turn, Interpreter interpreter, Queries queries, Branching branching) {
		this.turn = turn;
		this.interpreter = interpreter;
		this.queries = queries;
		this.branching = branching;
	}

	void begin(Strand strand) {
		attempt(strand, () -> {
			switch (strand.state()) {
				case State.Pass pass -> leave(strand, pass.outcome(), pass.next());
				case State.Succeed succeed -> leave(strand, succeed.outcome(), null);
				case State.Fail fail -> fail(strand, fail);
				case State.Choice choice -> choose(strand, choice);
				case State.Wait wait -> waitUntil(strand, wait);
				case State.Task task -> schedule(strand, task);
				case State.Parallel parallel -> fork(strand, parallel);
				case State.ForEach forEach -> iterate(strand, forEach);
			}
		});
	}

	/** A Wait is over. */
	void waited(Strand strand) {
		if (strand.state() instanceof State.Wait wait) {
			attempt(strand, () -> leave(strand, wait.outcome(), wait.next()));
		}
	}

	/** A Task, Parallel or Map has its result. */
	void completed(Strand strand, JsonNode result) {
		switch (strand.state()) {
			case State.Task task -> complete(strand, task.outcome(), result, task.next());
			case State.Parallel parallel -> complete(strand, parallel.outcome(), result, parallel.next());
			case State.ForEach forEach -> complete(strand, forEach.outcome(), result, forEach.next());
			case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ ->
				throw new IllegalStateException(strand.state().type() + " has no result");
		}
	}

	private void complete(Strand strand, Outcome outcome, JsonNode result, @Nullable String next) {
		attempt(strand, () -> {
			Payloads.check(result, "result", strand.state());
			this.interpreter.exit(strand, outcome, result, this.interpreter.bindings(strand).withResult(result), next);
		});
	}

	private void leave(Strand strand, Outcome outcome, @Nullable String next) throws QueryFailure, StateFailed {
		this.interpreter.exit(strand, outcome, strand.input(), this.interpreter.bindings(strand), next);
	}

	private void fail(Strand strand, State.Fail fail) throws QueryFailure {
		Bindings bindings = this.interpreter.bindings(strand);
		String error = (fail.error() != null) ? this.queries.evaluateText(fail.error(), "Error", bindings) : null;
		String cause = (fail.cause() != null) ? this.queries.evaluateText(fail.cause(), "Cause", bindings) : null;
		this.interpreter.failures().failStrand(strand, Failure.of(error, cause));
	}

	private void choose(Strand strand, State.Choice choice) throws QueryFailure, StateFailed {
		Bindings bindings = this.interpreter.bindings(strand);
		for (int i = 0; i < choice.choices().size(); i++) {
			State.Rule rule = choice.choices().get(i);
			String field = "Choices[" + i + "]/Condition";
			JsonNode met = this.queries.evaluate(rule.condition(), field, bindings);
			if (!met.isBoolean()) {
				throw Queries.unexpected(rule.condition(), field, "boolean", met);
			}
			if (met.booleanValue()) {
				this.interpreter.exit(strand, rule.outcome(), strand.input(), bindings, rule.next());
				return;
			}
		}
		if (choice.otherwise() == null) {
			throw new StateFailed(ErrorNames.NO_CHOICE_MATCHED,
					"No choice of the state '" + choice.name() + "' matched, and it has no default.");
		}
		this.interpreter.exit(strand, choice.outcome(), strand.input(), bindings, choice.otherwise());
	}

	private void waitUntil(Strand strand, State.Wait wait) throws QueryFailure {
		Bindings bindings = this.interpreter.bindings(strand);
		Instant until;
		if (wait.seconds() != null) {
			until = this.turn.now()
				.plusSeconds(this.queries.evaluateNumber(wait.seconds(), "Seconds", bindings, 0,
						DefinitionParser.LONGEST_SECONDS));
		}
		else {
			Template timestamp = (wait.timestamp() != null) ? wait.timestamp() : new Template.Literal(Json.object());
			String text = this.queries.evaluateText(timestamp, "Timestamp", bindings);
			until = Timestamps.find(text)
				.orElseThrow(() -> new QueryFailure("Timestamp",
						"The Timestamp field cannot be parsed as an ISO-8601 date-time with an offset: " + text));
		}
		this.turn.record(new Fact.Waiting(strand.id(), until));
	}

	private void schedule(Strand strand, State.Task task) throws QueryFailure, StateFailed {
		Header header = this.turn.execution().header();
		String token = task.resource().waits() ? Tokens.issue(Tokens.key(header.arn()), this.turn.random()) : null;
		Bindings plain = this.interpreter.bindings(strand);
		Bindings withToken = Bindings.of(strand.visibleVariables(), strand.input(),
				ContextObject.of(header, strand, token));
		JsonNode parameters = this.queries.evaluate(task.arguments(), "Arguments", withToken);
		Payloads.check(parameters, "arguments", task);
		Long timeout = seconds(task.timeoutSeconds(), "TimeoutSeconds", plain);
		Long heartbeat = seconds(task.heartbeatSeconds(), "HeartbeatSeconds", plain);
		if (timeout != null && heartbeat != null && heartbeat >= timeout) {
			throw new QueryFailure("HeartbeatSeconds", "HeartbeatSeconds must be less than TimeoutSeconds");
		}
		this.turn.record(new Fact.TaskScheduled(this.turn.mark(strand), strand.id(), task.resource().action(),
				parameters, token, timeout, heartbeat));
	}

	private @Nullable Long seconds(@Nullable Template template, String field, Bindings bindings) throws QueryFailure {
		return (template != null)
				? (Long) this.queries.evaluateNumber(template, field, bindings, 1, DefinitionParser.LONGEST_SECONDS)
				: null;
	}

	private void fork(Strand strand, State.Parallel parallel) throws QueryFailure, StateFailed {
		JsonNode input = strand.input();
		if (parallel.arguments() != null) {
			input = this.queries.evaluate(parallel.arguments(), "Arguments", this.interpreter.bindings(strand));
			Payloads.check(input, "arguments", parallel);
		}
		this.turn.record(
				new Fact.Forked(this.turn.mark(strand), strand.id(), parallel.branches().size(), null, 0, null, null));
		for (Flow branch : parallel.branches()) {
			this.branching.start(strand, branch, input, Mark.NONE);
		}
	}

	private void iterate(Strand strand, State.ForEach forEach) throws QueryFailure, StateFailed {
		Bindings bindings = this.interpreter.bindings(strand);
		JsonNode items = strand.input();
		if (forEach.items() != null) {
			items = this.queries.evaluate(forEach.items(), "Items", bindings);
		}
		if (!items.isArray()) {
			throw (forEach.items() != null) ? Queries.unexpected(forEach.items(), "Items", "array", items)
					: new QueryFailure("Items", "Map state input must be an array but was: " + Json.text(items));
		}
		long concurrency = (forEach.maxConcurrency() != null) ? this.queries.evaluateNumber(forEach.maxConcurrency(),
				"MaxConcurrency", bindings, 0, DefinitionParser.LONGEST_SECONDS) : 0;
		Long count = (forEach.toleratedCount() != null) ? (Long) this.queries.evaluateNumber(forEach.toleratedCount(),
				"ToleratedFailureCount", bindings, 0, DefinitionParser.LONGEST_SECONDS) : null;
		Long percentage = (forEach.toleratedPercentage() != null) ? (Long) this.queries
			.evaluateNumber(forEach.toleratedPercentage(), "ToleratedFailurePercentage", bindings, 0, 100) : null;
		this.turn.record(new Fact.Forked(this.turn.mark(strand), strand.id(), items.size(), items, concurrency, count,
				percentage));
		goOn(strand);
	}

	/** Starts as many further iterations as may run, and ends the Map after the last. */
	void goOn(Strand strand) {
		if (!(strand.pending() instanceof Pending.Branches(Fork fork))) {
			return;
		}
		if (fork.isComplete()) {
			this.turn.record(new Fact.Joined(this.turn.mark(strand), strand.id(), strand.state().type(), true));
			completed(strand, fork.results());
			return;
		}
		attempt(strand, () -> {
			while (strand.state() instanceof State.ForEach forEach && fork.mayStartAnother()) {
				JsonNode input = select(strand, forEach, fork.nextIndex(), fork.item(fork.nextIndex()));
				this.branching.start(strand, forEach.processor(), input, this.turn.mark(strand));
			}
		});
	}

	private JsonNode select(Strand strand, State.ForEach forEach, int index, JsonNode item)
			throws QueryFailure, StateFailed {
		if (forEach.itemSelector() == null) {
			return item;
		}
		Bindings bindings = Bindings.of(strand.visibleVariables(), strand.input(),
				ContextObject.ofItem(this.turn.execution().header(), strand, index, item));
		JsonNode input = this.queries.evaluate(forEach.itemSelector(), "ItemSelector", bindings);
		Payloads.check(input, "item", forEach);
		return input;
	}

	private void attempt(Strand strand, Step step) {
		try {
			step.run();
		}
		catch (QueryFailure ex) {
			this.interpreter.evaluationFailed(strand, ex);
		}
		catch (StateFailed ex) {
			this.interpreter.failures().handle(strand, ex.failure());
		}
	}

	private interface Step {

		void run() throws QueryFailure, StateFailed;

	}

}

package io.mokuroku.local.states;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One state of a flow, as the Amazon States Language defines it for JSONata.
 */
sealed interface State {

	String name();

	/** The type as history events spell it. */
	String type();

	/** A state that ends its flow has no next one. */
	record Task(String name, TaskResource resource, Template arguments, @Nullable Template timeoutSeconds,
			@Nullable Template heartbeatSeconds, Handling handling, Outcome outcome,
			@Nullable String next) implements State {

		@Override
		public String type() {
			return "Task";
		}

	}

	record Pass(String name, Outcome outcome, @Nullable String next) implements State {

		@Override
		public String type() {
			return "Pass";
		}

	}

	/** The outcome is used when no choice matches and the default is taken. */
	record Choice(String name, List<Rule> choices, Outcome outcome, @Nullable String otherwise) implements State {

		public Choice {
			choices = List.copyOf(choices);
		}

		@Override
		public String type() {
			return "Choice";
		}

	}

	/** A rule of a Choice. */
	record Rule(Template condition, Outcome outcome, String next) {
	}

	/** Exactly one of seconds and timestamp is given. */
	record Wait(String name, @Nullable Template seconds, @Nullable Template timestamp, Outcome outcome,
			@Nullable String next) implements State {

		@Override
		public String type() {
			return "Wait";
		}

	}

	record Succeed(String name, Outcome outcome) implements State {

		@Override
		public String type() {
			return "Succeed";
		}

	}

	record Fail(String name, @Nullable Template error, @Nullable Template cause) implements State {

		@Override
		public String type() {
			return "Fail";
		}

	}

	record Parallel(String name, List<Flow> branches, @Nullable Template arguments, Handling handling, Outcome outcome,
			@Nullable String next) implements State {

		public Parallel {
			branches = List.copyOf(branches);
		}

		@Override
		public String type() {
			return "Parallel";
		}

	}

	/** Named so as not to hide {@link java.util.Map}. */
	record ForEach(String name, Flow processor, @Nullable Template items, @Nullable Template itemSelector,
			@Nullable Template maxConcurrency, @Nullable Template toleratedCount,
			@Nullable Template toleratedPercentage, Handling handling, Outcome outcome,
			@Nullable String next) implements State {

		@Override
		public String type() {
			return "Map";
		}

	}

}

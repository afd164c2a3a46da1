package io.mokuroku.local.states;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What has to hold between the states of a machine: targets exist, every state can be
 * reached, names are unique, and inner flows do not assign variables of outer ones.
 */
final class FlowChecks {

	private final List<Problem> problems;

	private final Set<String> names = new HashSet<>();

	private FlowChecks(List<Problem> problems) {
		this.problems = problems;
	}

	static void check(Flow flow, List<Problem> problems) {
		new FlowChecks(problems).check(flow, "", Set.of());
	}

	private void check(Flow flow, String path, Set<String> outerVariables) {
		if (!flow.states().containsKey(flow.startAt())) {
			problem(path + "/StartAt", "State '" + flow.startAt() + "' does not exist");
		}
		Set<String> reached = reach(flow);
		Set<String> variables = new HashSet<>();
		flow.states().values().forEach((state) -> variables.addAll(assigned(state)));
		for (State state : flow.states().values()) {
			String here = path + "/States/" + state.name();
			if (!this.names.add(state.name())) {
				problem(here, "The state name '" + state.name() + "' is used twice");
			}
			if (!reached.contains(state.name())) {
				problem(here, "State '" + state.name() + "' cannot be reached");
			}
			targets(state).filter((target) -> !flow.states().containsKey(target))
				.forEach((target) -> problem(here, "State '" + target + "' does not exist"));
			assigned(state).stream()
				.filter(outerVariables::contains)
				.forEach((name) -> problem(here + "/Assign", "Variable '" + name + "' belongs to an outer scope"));
		}
		Set<String> visible = new HashSet<>(outerVariables);
		visible.addAll(variables);
		flow.states().values().forEach((state) -> checkInner(state, path + "/States/" + state.name(), visible));
	}

	private void checkInner(State state, String path, Set<String> variables) {
		if (state instanceof State.Parallel parallel) {
			for (int i = 0; i < parallel.branches().size(); i++) {
				check(parallel.branches().get(i), path + "/Branches/" + i, variables);
			}
		}
		if (state instanceof State.ForEach forEach) {
			check(forEach.processor(), path + "/ItemProcessor", variables);
		}
	}

	private static Set<String> reach(Flow flow) {
		Set<String> reached = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(flow.startAt()));
		while (!open.isEmpty()) {
			State state = flow.states().get(open.pop());
			if (state != null && reached.add(state.name())) {
				targets(state).forEach(open::push);
			}
		}
		return reached;
	}

	private static Stream<String> targets(State state) {
		return switch (state) {
			case State.Pass pass -> next(pass.next());
			case State.Wait wait -> next(wait.next());
			case State.Succeed _, State.Fail _ -> Stream.empty();
			case State.Choice choice ->
				Stream.concat(choice.choices().stream().map(State.Rule::next), next(choice.otherwise()));
			case State.Task task -> Stream.concat(next(task.next()), caught(task.handling()));
			case State.Parallel parallel -> Stream.concat(next(parallel.next()), caught(parallel.handling()));
			case State.ForEach forEach -> Stream.concat(next(forEach.next()), caught(forEach.handling()));
		};
	}

	private static Stream<String> next(@Nullable String next) {
		return Stream.ofNullable(next);
	}

	private static Stream<String> caught(Handling handling) {
		return handling.catchers().stream().map(Handling.Catcher::next);
	}

	private static Set<String> assigned(State state) {
		List<Outcome> outcomes = new ArrayList<>();
		switch (state) {
			case State.Pass pass -> outcomes.add(pass.outcome());
			case State.Wait wait -> outcomes.add(wait.outcome());
			case State.Succeed succeed -> outcomes.add(succeed.outcome());
			case State.Fail _ -> {
				// assigns nothing
			}
			case State.Choice choice -> {
				outcomes.add(choice.outcome());
				choice.choices().forEach((rule) -> outcomes.add(rule.outcome()));
			}
			case State.Task task -> addAll(outcomes, task.outcome(), task.handling());
			case State.Parallel parallel -> addAll(outcomes, parallel.outcome(), parallel.handling());
			case State.ForEach forEach -> addAll(outcomes, forEach.outcome(), forEach.handling());
		}
		Set<String> names = new HashSet<>();
		outcomes.forEach((outcome) -> names.addAll(outcome.assign().keySet()));
		return names;
	}

	private static void addAll(List<Outcome> outcomes, Outcome own, Handling handling) {
		outcomes.add(own);
		handling.catchers().forEach((catcher) -> outcomes.add(catcher.outcome()));
	}

	private void problem(String path, String message) {
		this.problems.add(new Problem(path, message));
	}

}

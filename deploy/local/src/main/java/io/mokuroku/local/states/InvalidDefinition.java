package io.mokuroku.local.states;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A definition this server refuses, with every reason it found.
 */
final class InvalidDefinition extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	InvalidDefinition(List<Problem> problems) {
		super(problems.stream().map(Problem::toString).collect(Collectors.joining(", ")));
		this.problems = List.copyOf(problems);
	}

	List<Problem> problems() {
		return this.problems;
	}

}

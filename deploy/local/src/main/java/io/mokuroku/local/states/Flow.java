package io.mokuroku.local.states;

import java.util.Map;

/**
 * States that lead to each other: a whole machine, a branch of a Parallel or the
 * processor of a Map.
 */
record Flow(String startAt, Map<String, State> states) {

	Flow {
		states = Map.copyOf(states);
	}

	State get(String name) {
		State state = this.states.get(name);
		if (state == null) {
			throw new IllegalArgumentException("no state " + name);
		}
		return state;
	}

}

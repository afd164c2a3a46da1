package io.mokuroku.local.states;

import java.util.List;

/**
 * How a state deals with failure: retriers first, then catchers, each in order.
 */
record Handling(List<Retrier> retriers, List<Catcher> catchers) {

	static final Handling NONE = new Handling(List.of(), List.of());

	Handling {
		retriers = List.copyOf(retriers);
		catchers = List.copyOf(catchers);
	}

	record Catcher(List<String> errors, Outcome outcome, String next) {

		Catcher {
			errors = List.copyOf(errors);
		}

	}

}

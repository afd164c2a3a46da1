package io.mokuroku.local.states;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Reads the Retry and Catch fields of a state.
 */
final class HandlingParser {

	private static final long MOST_ATTEMPTS = 99_999_999;

	private static final long LONGEST_DELAY = 31_622_400;

	Handling parse(Fields fields) {
		List<Retrier> retriers = new ArrayList<>();
		fields.findEach("Retry", (retrier, index) -> retriers.add(retrier(retrier)));
		List<Handling.Catcher> catchers = new ArrayList<>();
		fields.findEach("Catch", (catcher, index) -> {
			catcher.ignoreComment();
			catchers.add(
					new Handling.Catcher(errors(catcher), catcher.outcome("errorOutput"), catcher.requireText("Next")));
			catcher.refuseOthers();
		});
		checkOrder(fields, "Retry", retriers.stream().map(Retrier::errors).toList());
		checkOrder(fields, "Catch", catchers.stream().map(Handling.Catcher::errors).toList());
		return new Handling(retriers, catchers);
	}

	private static Retrier retrier(Fields fields) {
		fields.ignoreComment();
		Long interval = fields.findNumber("IntervalSeconds", 1, MOST_ATTEMPTS);
		Long attempts = fields.findNumber("MaxAttempts", 0, MOST_ATTEMPTS);
		Long limit = fields.findNumber("MaxDelaySeconds", 1, LONGEST_DELAY);
		long first = (interval != null) ? interval : Retrier.DEFAULT_INTERVAL;
		if (limit != null && limit <= first) {
			fields.problem("MaxDelaySeconds", "MaxDelaySeconds must be greater than IntervalSeconds");
		}
		String jitter = fields.findText("JitterStrategy");
		if (jitter != null && !List.of("FULL", "NONE").contains(jitter)) {
			fields.problem("JitterStrategy",
					"JitterStrategy '" + jitter + "' is not supported, only FULL and NONE are");
		}
		Retrier retrier = new Retrier(errors(fields), first, (attempts != null) ? attempts : Retrier.DEFAULT_ATTEMPTS,
				rate(fields), limit, "FULL".equals(jitter));
		fields.refuseOthers();
		return retrier;
	}

	private static double rate(Fields fields) {
		JsonNode value = fields.find("BackoffRate");
		if (value == null) {
			return Retrier.DEFAULT_RATE;
		}
		if (!value.isNumber() || value.doubleValue() < 1.0) {
			fields.problem("BackoffRate", "Expected a number of 1.0 or more");
			return Retrier.DEFAULT_RATE;
		}
		return value.doubleValue();
	}

	private static List<String> errors(Fields fields) {
		List<String> names = fields.requireTexts("ErrorEquals");
		for (String name : names) {
			if (name.startsWith("States.") && !ErrorNames.RESERVED.contains(name)) {
				fields.problem("ErrorEquals", "Error name '" + name + "' is not known");
			}
		}
		if (names.contains(ErrorNames.ALL) && names.size() > 1) {
			fields.problem("ErrorEquals", "States.ALL must stand alone");
		}
		return names;
	}

	private static void checkOrder(Fields fields, String field, List<List<String>> names) {
		for (int i = 0; i < names.size() - 1; i++) {
			if (names.get(i).contains(ErrorNames.ALL)) {
				fields.problem(field + '/' + i, "States.ALL must be in the last entry");
			}
		}
	}

}

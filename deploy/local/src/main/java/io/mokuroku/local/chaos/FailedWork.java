package io.mokuroku.local.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What failed for good: executions, and messages that went to the dead.
 *
 * @param executions the errors of executions that failed, by their names
 * @param letters the dead letters
 */
record FailedWork(Map<String, String> executions, List<DeadLetter> letters) {

	/** Another execution took over: the workflow tells nobody of these. */
	private static final Set<String> TAKEN_OVER = Set.of("ReviewSuperseded", "redirected");

	FailedWork {
		executions = Map.copyOf(executions);
		letters = List.copyOf(letters);
	}

	/** Executions that failed without a dead letter, a sentence each. */
	List<String> faults() {
		Map<String, String> silent = new HashMap<>(this.executions);
		silent.keySet().removeAll(this.letters.stream().map(DeadLetter::execution).collect(Collectors.toSet()));
		silent.values().removeAll(TAKEN_OVER);
		return silent.entrySet()
			.stream()
			.map((each) -> "execution " + each.getKey() + " failed with " + each.getValue() + " and left no letter")
			.sorted()
			.toList();
	}

}

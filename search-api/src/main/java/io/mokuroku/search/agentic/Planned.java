package io.mokuroku.search.agentic;

import java.util.List;

import io.mokuroku.search.agentic.tool.Step;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param planner who decided
 * @param reason why rules had to, null if they had not
 * @param picks the best first
 * @param steps what was searched
 * @param found the ids of all that was found
 * @param text what the model says of it
 * @param dropped how many anime were named that no search had found
 * @param wordsOnly whether meaning could not be considered in searching
 */
record Planned(AnswerMeta.Planner planner, @Nullable Degradation reason, List<Picked> picks, List<Step> steps,
		List<String> found, @Nullable String text, int dropped, boolean wordsOnly) {

	Planned {
		picks = List.copyOf(picks);
		steps = List.copyOf(steps);
		found = List.copyOf(found);
	}

}

package io.mokuroku.search.agentic.plan;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.search.agentic.tool.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a model has searched and what it chose of what was found then.
 *
 * @param steps the searches
 * @param picks what it chose, the best first
 * @param found the ids of all that was found
 * @param text what it said of its answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptPlan(List<Step> steps, List<Pick> picks, List<String> found, @Nullable String text) {

	public KeptPlan {
		steps = List.copyOf(steps);
		picks = List.copyOf(picks);
		found = List.copyOf(found);
	}

	/**
	 * An anime that was chosen.
	 *
	 * @param id its id
	 * @param why what the model said about it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Pick(String id, @Nullable String why) {
	}

}

package io.mokuroku.search.agentic;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.search.agentic.tool.Step;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an answer was made.
 *
 * @param planner who decided what is searched and shown
 * @param degraded whether rules had to answer
 * @param reason why they had to: off, ceiling, busy, resting, throttled, unavailable,
 * timeout, refused, nonsense or rounds
 * @param wordsOnly whether meaning could not be considered in searching
 * @param rounds how often a model was asked
 * @param tokens what the models read and wrote
 * @param plan what was searched, in order
 * @param text what the model says of its answer: plain text, never to be shown as
 * anything else
 * @param dropped how many anime the model named that no search had found
 * @param tookMillis how long it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerMeta(Planner planner, boolean degraded, @Nullable String reason, boolean wordsOnly, int rounds,
		Tokens tokens, List<Step> plan, @Nullable String text, int dropped, long tookMillis) {

	AnswerMeta {
		plan = List.copyOf(plan);
	}

	/**
	 * Who planned.
	 *
	 * @param kind bedrock or rules
	 * @param model the id of the model
	 * @param prompt the version of its prompt
	 * @param canary whether it is on trial
	 * @param cached whether the plan was made for the same question before
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Planner(@Schema(allowableValues = {
			"bedrock", "rules" }) String kind, @Nullable String model, @Nullable String prompt,
			@Nullable Boolean canary, @Nullable Boolean cached){

		static final Planner RULES = new Planner("rules", null, null, null, null);

	}

	/**
	 * Tokens of all rounds.
	 *
	 * @param input what the models read
	 * @param output what they wrote
	 */
	record Tokens(long input, long output) {

		static final Tokens NONE = new Tokens(0, 0);

		Tokens and(Tokens more) {
			return new Tokens(this.input + more.input, this.output + more.output);
		}

	}

}

package io.mokuroku.enrichment.commit;

import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import tools.jackson.databind.JsonNode;

/**
 * Lets an answer to a question in only if it fits the schema of answers. Whoever holds
 * the token of a question can answer it with anything; that the input of this task was
 * checked before it is worked on is the check.
 */
public final class CheckAnswer implements TaskWorker<CheckAnswer.Input> {

	@Override
	public String task() {
		return "check-answer";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public JsonNode work(TaskRun run, Input input) {
		return input.answer();
	}

	/**
	 * What came back.
	 *
	 * @param answer as it was given
	 */
	public record Input(JsonNode answer) {
	}

}

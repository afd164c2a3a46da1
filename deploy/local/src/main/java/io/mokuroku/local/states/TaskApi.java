package io.mokuroku.local.states;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API operations workers answer their tasks with.
 */
final class TaskApi {

	private final Executions executions;

	TaskApi(Executions executions) {
		this.executions = executions;
	}

	ObjectNode succeed(ApiRequest request) {
		JsonNode output = output(request.get("output", Payloads.LIMIT));
		return answer(request, (interpreter, strand) -> interpreter.answered(strand, output));
	}

	ObjectNode fail(ApiRequest request) {
		Failure failure = Failure.of(request.find("error", 256).orElse(null),
				request.find("cause", 32_768).orElse(null));
		return answer(request, (interpreter, strand) -> interpreter.taskFailed(strand, failure));
	}

	ObjectNode heartbeat(ApiRequest request) {
		return answer(request, Interpreter::heard);
	}

	private ObjectNode answer(ApiRequest request, Executions.Answering answering) {
		String token = request.get("taskToken", 2_048);
		String key = Tokens.findKey(token)
			.orElseThrow(() -> new ApiFailure("InvalidToken", "Invalid Token: 'Invalid token'"));
		if (this.executions.answer(key, token, answering)) {
			return Json.object();
		}
		boolean known = this.executions.findRunning(key).isPresent()
				|| this.executions.finished().find(key).isPresent();
		throw known ? new ApiFailure("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'")
				: new ApiFailure("TaskDoesNotExist", "Task Does Not Exist: 'Provided task does not exist'");
	}

	private static JsonNode output(String text) {
		try {
			return Json.parse(text);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new ApiFailure("InvalidOutput", "Invalid Output: the output is not valid JSON");
		}
	}

}

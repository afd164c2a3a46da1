package io.mokuroku.review.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one worker answered.
 *
 * @param worker the worker's id in the user pool, or else the one A2I gives them
 * @param fields what they typed, by the name of the control
 */
record WorkerAnswer(String worker, Map<String, List<String>> fields) {

	WorkerAnswer {
		fields = Map.copyOf(fields);
	}

	/**
	 * Reads the output of a loop. What a worker sent last counts.
	 * @return the answers by worker; empty if the text is not the output of this loop, or
	 * holds an answer that is none
	 */
	static List<WorkerAnswer> read(String json, LoopName loop) {
		JsonNode output;
		try {
			output = JsonMapper.shared().readTree(json);
		}
		catch (JacksonException _) {
			return List.of();
		}
		if (!loop.toString().equals(output.path("humanLoopName").asString(""))) {
			return List.of();
		}
		Map<String, WorkerAnswer> answers = new LinkedHashMap<>();
		List<JsonNode> sent = new ArrayList<>(output.path("humanAnswers").values());
		sent.sort(Comparator.comparing((answer) -> answer.path("submissionTime").asString("")));
		for (JsonNode answer : sent) {
			String worker = worker(answer);
			if (worker.isEmpty() || !answer.path("answerContent").isObject()) {
				return List.of();
			}
			Map<String, List<String>> fields = new LinkedHashMap<>();
			collect("", answer.path("answerContent"), fields);
			answers.put(worker, new WorkerAnswer(worker, fields));
		}
		return List.copyOf(answers.values());
	}

	private static String worker(JsonNode answer) {
		String person = answer.path("workerMetadata").path("identityData").path("sub").asString("");
		return person.isEmpty() ? answer.path("workerId").asString("") : person;
	}

	/**
	 * A form sends text; elements of A2I's own send objects, whose parts are named by
	 * dots.
	 */
	private static void collect(String name, JsonNode value, Map<String, List<String>> fields) {
		if (value.isObject()) {
			value.properties()
				.forEach((part) -> collect(name.isEmpty() ? part.getKey() : name + "." + part.getKey(), part.getValue(),
						fields));
		}
		else if (value.isArray()) {
			value.values().forEach((element) -> collect(name, element, fields));
		}
		else if (!value.isNull()) {
			fields.computeIfAbsent(name, (_) -> new ArrayList<>()).add(value.asString());
		}
	}

}

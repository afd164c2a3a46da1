package io.mokuroku.enrichment.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The definition of the repository, taken apart.
 *
 * @param machine the whole
 * @param groups every group of states that may lead to each other, by the name of its
 * start, in the order of the file
 * @param states every state by its name, in the order of the file
 */
record DefinedStates(JsonNode machine, Map<String, JsonNode> groups, Map<String, JsonNode> states) {

	private static final Map<String, String> PAYLOADS = Map.of("${image_requests_queue_url}", "images",
			"${review_requests_queue_url}", "review", "${enrichment_requests_dlq_url}", "dead-letter");

	static DefinedStates ofRepository() {
		JsonNode machine = WorkflowJson.MAPPER.readTree(StateMachineDefinition.template());
		Map<String, JsonNode> groups = groups(machine);
		Map<String, JsonNode> states = new LinkedHashMap<>();
		groups.values()
			.forEach((group) -> group.get("States")
				.propertyStream()
				.forEach((state) -> assertThat(states.put(state.getKey(), state.getValue()))
					.as("states named " + state.getKey())
					.isNull()));
		return new DefinedStates(machine, groups, states);
	}

	/** The tasks that workers are asked for, each once. */
	Stream<String> tasks() {
		return this.states.values()
			.stream()
			.map((state) -> state.path("Arguments").path("MessageBody").path("task").asString(""))
			.filter((task) -> !task.isEmpty())
			.distinct();
	}

	/** Whether a state belongs to no branch and no loop. */
	boolean isTopLevel(String state) {
		return this.machine.get("States").has(state);
	}

	/** The name of the schemas of a task; empty for a state that asks nobody. */
	static Optional<String> findPayload(JsonNode state) {
		JsonNode arguments = state.path("Arguments");
		JsonNode task = arguments.path("MessageBody").path("task");
		return task.isString() ? Optional.of(task.asString())
				: Optional.ofNullable(PAYLOADS.get(arguments.path("QueueUrl").asString("")));
	}

	/** Where a state may lead, failures included. */
	static List<String> nexts(JsonNode state) {
		List<String> nexts = new ArrayList<>();
		for (String member : List.of("Next", "Default")) {
			if (state.has(member)) {
				nexts.add(state.get(member).asString());
			}
		}
		for (String member : List.of("Choices", "Catch")) {
			state.path(member).forEach((rule) -> nexts.add(rule.get("Next").asString()));
		}
		return nexts;
	}

	/** The groups within a state. */
	static List<JsonNode> within(JsonNode state) {
		List<JsonNode> within = new ArrayList<>();
		state.path("Branches").forEach(within::add);
		if (state.has("ItemProcessor")) {
			within.add(state.get("ItemProcessor"));
		}
		return within;
	}

	private static Map<String, JsonNode> groups(JsonNode group) {
		Map<String, JsonNode> groups = new LinkedHashMap<>();
		groups.put(group.get("StartAt").asString(), group);
		for (JsonNode state : group.get("States")) {
			within(state).forEach((inner) -> groups.putAll(groups(inner)));
		}
		return groups;
	}

}

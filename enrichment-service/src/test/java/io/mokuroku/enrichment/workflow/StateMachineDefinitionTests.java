package io.mokuroku.enrichment.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The definition as a graph: every state leads somewhere, every task can be answered.
 */
final class StateMachineDefinitionTests {

	private static final Set<String> ENDS = Set.of("Succeed", "Fail");

	private static final JsonNode MACHINE = WorkflowJson.MAPPER.readTree(StateMachineDefinition.template());

	/** Every group of states that may lead to each other, by the name of its start. */
	private static final Map<String, JsonNode> GROUPS = groups(MACHINE);

	private static final Map<String, JsonNode> STATES = states();

	@Test
	void fillsInEveryAddress() {
		String definition = StateMachineDefinition
			.with(Map.of("enrichment_tasks_queue_url", "http://localhost/tasks", "image_requests_queue_url",
					"http://localhost/images", "review_requests_queue_url", "http://localhost/reviews"));
		assertThat(definition).doesNotContain("${").contains("\"http://localhost/reviews\"");
		assertThatIllegalStateException()
			.isThrownBy(() -> StateMachineDefinition.with(Map.of("enrichment_tasks_queue_url", "a")));
	}

	@TestFactory
	Stream<DynamicTest> everyStateIsReachedAndLeadsToOneThatExists() {
		return GROUPS.entrySet().stream().map((group) -> DynamicTest.dynamicTest(group.getKey(), () -> {
			JsonNode states = group.getValue().get("States");
			Set<String> reached = new HashSet<>(Set.of(group.getValue().get("StartAt").asString()));
			states.forEach((state) -> reached.addAll(nexts(state)));
			assertThat(reached).containsExactlyInAnyOrderElementsOf(states.propertyNames());
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyStateEndsOrGoesOn() {
		return STATES.entrySet().stream().map((state) -> DynamicTest.dynamicTest(state.getKey(), () -> {
			boolean ends = ENDS.contains(state.getValue().get("Type").asString()) || state.getValue().has("End");
			assertThat(ends).isEqualTo(nexts(state.getValue()).isEmpty() || catchesOnly(state.getValue()));
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyTaskWaitsForItsTokenAndNotForEver() {
		return tasks().map((task) -> DynamicTest.dynamicTest(task.getKey(), () -> {
			JsonNode state = task.getValue();
			assertThat(state.get("Resource").asString()).isEqualTo("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
			assertThat(state.get("Arguments").get("MessageBody").get("taskToken").asString())
				.isEqualTo("{% $states.context.Task.Token %}");
			assertThat(state.get("TimeoutSeconds").asInt()).isPositive();
			assertThat(state.has("HeartbeatSeconds")).isEqualTo(!task.getKey().equals("Review"));
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyTaskOfAWorkerIsRepeatedAfterWhatMayPass() {
		return tasks().filter((task) -> task.getValue().get("Arguments").get("MessageBody").has("task"))
			.map((task) -> DynamicTest.dynamicTest(task.getKey(), () -> {
				Set<String> repeated = new HashSet<>();
				task.getValue()
					.get("Retry")
					.forEach((retry) -> retry.get("ErrorEquals").forEach((error) -> repeated.add(error.asString())));
				assertThat(repeated).containsExactlyInAnyOrder(PerformTask.RETRYABLE, PerformTask.THROTTLED,
						"States.Timeout");
			}));
	}

	@Test
	void noVariableIsReadThatNobodySets() {
		Set<String> set = new HashSet<>();
		STATES.values()
			.forEach((state) -> state.findValues("Assign").forEach((assign) -> set.addAll(assign.propertyNames())));
		Set<String> read = new HashSet<>();
		Pattern.compile("\\$([a-zA-Z]+)(?![a-zA-Z(])")
			.matcher(StateMachineDefinition.template())
			.results()
			.map((match) -> match.group(1))
			.filter((name) -> !name.equals("states"))
			.forEach(read::add);
		assertThat(set).containsAll(read);
	}

	@Test
	void whateverFailsTheEntryIsGivenBack() {
		JsonNode caught = MACHINE.get("States").get("Work").get("Catch").get(0);
		assertThat(caught.get("ErrorEquals").get(0).asString()).isEqualTo("States.ALL");
		assertThat(caught.get("Next").asString()).isEqualTo("Release");
		assertThat(body("Release").get("task")).isEqualTo(body("Leave").get("task"));
	}

	@Test
	void aSourceOrStageThatFailsStopsNoOther() {
		for (String state : List.of("FetchSource", "FetchEpisodeOfSource", "Metadata", "Episodes", "Media", "Images")) {
			assertThat(state(state).get("Catch").get(0).get("ErrorEquals").get(0).asString()).as(state)
				.isEqualTo("States.ALL");
		}
	}

	private static JsonNode state(String name) {
		return java.util.Objects.requireNonNull(STATES.get(name), name);
	}

	private static JsonNode body(String state) {
		return state(state).get("Arguments").get("MessageBody");
	}

	private static Stream<Map.Entry<String, JsonNode>> tasks() {
		return STATES.entrySet().stream().filter((state) -> state.getValue().get("Type").asString().equals("Task"));
	}

	private static boolean catchesOnly(JsonNode state) {
		return state.has("Catch") && !state.has("Next");
	}

	private static List<String> nexts(JsonNode state) {
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

	private static Map<String, JsonNode> states() {
		Map<String, JsonNode> states = new HashMap<>();
		GROUPS.values()
			.forEach((group) -> group.get("States")
				.propertyStream()
				.forEach((state) -> assertThat(states.put(state.getKey(), state.getValue()))
					.as("states named " + state.getKey())
					.isNull()));
		return states;
	}

	private static Map<String, JsonNode> groups(JsonNode group) {
		Map<String, JsonNode> groups = new HashMap<>(Map.of(group.get("StartAt").asString(), group));
		for (JsonNode state : group.get("States")) {
			state.path("Branches").forEach((branch) -> groups.putAll(groups(branch)));
			if (state.has("ItemProcessor")) {
				groups.putAll(groups(state.get("ItemProcessor")));
			}
		}
		return groups;
	}

}

package io.mokuroku.enrichment.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

	private static final DefinedStates DEFINITION = DefinedStates.ofRepository();

	private static final Map<String, JsonNode> STATES = DEFINITION.states();

	private final PayloadSchemas schemas = PayloadSchemas.load();

	@Test
	void fillsInEveryAddress() {
		String definition = StateMachineDefinition.with(Map.of("enrichment_tasks_queue_url", "http://localhost/tasks",
				"image_requests_queue_url", "http://localhost/images", "review_requests_queue_url",
				"http://localhost/reviews", "enrichment_requests_dlq_url", "http://localhost/dead"));
		assertThat(definition).doesNotContain("${").contains("\"http://localhost/reviews\"");
		assertThatIllegalStateException()
			.isThrownBy(() -> StateMachineDefinition.with(Map.of("enrichment_tasks_queue_url", "a")));
	}

	@TestFactory
	Stream<DynamicTest> everyStateIsReachedAndLeadsToOneThatExists() {
		return DEFINITION.groups().entrySet().stream().map((group) -> DynamicTest.dynamicTest(group.getKey(), () -> {
			JsonNode states = group.getValue().get("States");
			Set<String> reached = new HashSet<>(Set.of(group.getValue().get("StartAt").asString()));
			states.forEach((state) -> reached.addAll(DefinedStates.nexts(state)));
			assertThat(reached).containsExactlyInAnyOrderElementsOf(states.propertyNames());
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyStateEndsOrGoesOn() {
		return STATES.entrySet().stream().map((state) -> DynamicTest.dynamicTest(state.getKey(), () -> {
			boolean ends = ENDS.contains(state.getValue().get("Type").asString()) || state.getValue().has("End");
			assertThat(ends)
				.isEqualTo(DefinedStates.nexts(state.getValue()).isEmpty() || catchesOnly(state.getValue()));
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyTaskWaitsForItsTokenAndNotForEver() {
		return tasks().map((task) -> DynamicTest.dynamicTest(task.getKey(), () -> {
			JsonNode state = task.getValue();
			assertThat(state.get("TimeoutSeconds").asInt()).isPositive();
			if (task.getKey().equals("DeadLetter")) {
				return;
			}
			assertThat(state.get("Resource").asString()).isEqualTo("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
			assertThat(state.get("Arguments").get("MessageBody").get("taskToken").asString())
				.isEqualTo("{% $states.context.Task.Token %}");
			assertThat(state.has("HeartbeatSeconds")).isEqualTo(!task.getKey().equals("Review"));
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyTaskHasSchemasThatNameWhatItAsks() {
		return tasks().map((task) -> DynamicTest.dynamicTest(task.getKey(), () -> {
			String payload = DefinedStates.findPayload(task.getValue()).orElseThrow();
			this.schemas.require(payload);
			JsonNode body = body(task.getKey());
			JsonNode asked = body.has("task") ? body.get("input") : body;
			if (asked.isObject()) {
				JsonNode schema = WrittenSchemas.resolved(payload + ".input");
				assertThat(asked.propertyNames())
					.containsAll(schema.path("required").valueStream().map(JsonNode::asString).toList());
				assertThat(schema.path("properties").propertyNames()).containsAll(asked.propertyNames());
			}
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyFailureIsCaughtOrCaughtByAllOfTheWork() {
		return tasks().filter((task) -> DEFINITION.isTopLevel(task.getKey()))
			.map((task) -> DynamicTest.dynamicTest(task.getKey(),
					() -> assertThat(task.getValue().get("Catch").get(0).get("ErrorEquals").get(0).asString())
						.isEqualTo("States.ALL")));
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
	void howeverTheWorkEndsTheEntryIsGivenBack() {
		JsonNode work = state("Work");
		assertThat(work.get("Next").asString()).isEqualTo("Cleanup");
		assertThat(work.get("Catch").valueStream().map((caught) -> caught.get("ErrorEquals").get(0).asString()))
			.containsExactly("States.DataLimitExceeded", "States.ALL");
		assertThat(work.get("Catch").valueStream().map((caught) -> caught.get("Next").asString()))
			.containsOnly("Cleanup");
		assertThat(body("Cleanup").get("task").asString()).isEqualTo("release");
	}

	@Test
	void aSourceOrStageThatFailsStopsNoOther() {
		List<String> isolated = new ArrayList<>(List.of("FetchSource", "FetchEpisodeOfSource", "Images"));
		state("Stages").get("Branches").forEach((branch) -> isolated.add(branch.get("StartAt").asString()));
		for (String state : isolated) {
			assertThat(state(state).get("Catch").get(0).get("ErrorEquals").get(0).asString()).as(state)
				.isEqualTo("States.ALL");
		}
	}

	private static JsonNode state(String name) {
		return Objects.requireNonNull(STATES.get(name), name);
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

}

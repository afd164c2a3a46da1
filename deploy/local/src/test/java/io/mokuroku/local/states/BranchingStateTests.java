package io.mokuroku.local.states;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Parallel and Map.
 */
class BranchingStateTests {

	@TempDir
	private Path folder;

	private TestMachines machines;

	@BeforeEach
	void open() {
		this.machines = new TestMachines(this.folder);
	}

	@AfterEach
	void close() {
		this.machines.close();
	}

	private static String parallel(String more, String... branches) {
		return """
				"P": {"Type": "Parallel", "Branches": [%s], %s}""".formatted(String.join(", ", branches), more);
	}

	private static String branch(String startAt, String states) {
		return "{\"StartAt\": \"" + startAt + "\", \"States\": {" + states + "}}";
	}

	private static String taskBranch(String name) {
		return branch(name, TestMachines.task(name, "\"End\": true"));
	}

	private static String map(String more, String processor) {
		return """
				"M": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, %s}, %s}"""
			.formatted(processor.substring(1, processor.length() - 1), more);
	}

	@Test
	void parallelCollectsOutputsInOrderOfBranches() {
		String execution = this.machines.start("P", parallel("\"End\": true", taskBranch("A"), taskBranch("B")),
				"{\"x\": 1}");
		JsonNode first = this.machines.targets().takeBody();
		JsonNode second = this.machines.targets().takeBody();
		assertThat(first.path("input")).isEqualTo(Json.parse("{\"x\": 1}"));
		this.machines.succeed(second, "{\"of\": " + second.path("task") + "}");
		this.machines.succeed(first, "{\"of\": " + first.path("task") + "}");
		assertThat(this.machines.output(execution)).isEqualTo(Json.parse("[{\"of\": \"A\"}, {\"of\": \"B\"}]"));
		assertThat(this.machines.eventTypes(execution)).contains("ParallelStateStarted", "ParallelStateSucceeded");
	}

	@Test
	void branchesGetArgumentsAndReadOuterVariables() {
		String states = """
				"A": {"Type": "Pass", "Assign": {"v": 5}, "Next": "P"},""" + parallel(
				"\"Arguments\": {\"n\": \"{% $v + 1 %}\"}, \"Output\": \"{% $states.result[0] %}\", \"End\": true",
				branch("B", """
						"B": {"Type": "Pass", "Assign": {"w": "{% $v %}"}, "Next": "C"},
						"C": {"Type": "Pass", "Output": "{% [$states.input.n, $v, $w] %}", "End": true}"""));
		assertThat(this.machines.run("A", states, "{}")).isEqualTo(Json.parse("[6, 5, 5]"));
	}

	@Test
	void failedBranchAbortsOthersAndCanBeCaught() {
		String states = parallel("""
				"Catch": [{"ErrorEquals": ["Bad"], "Next": "Caught"}], "End": true""", taskBranch("A"), taskBranch("B"))
				+ ", \"Caught\": {\"Type\": \"Pass\", \"Output\": \"{% $states.input.Error %}\", \"End\": true}";
		String execution = this.machines.start("P", states, "{}");
		JsonNode failing = this.machines.targets().takeBody();
		JsonNode other = this.machines.targets().takeBody();
		this.machines.fail(failing, "Bad", "");
		assertThat(this.machines.output(execution).stringValue()).isEqualTo("Bad");
		assertThatExceptionOfType(TaskTimedOutException.class).isThrownBy(() -> this.machines.succeed(other, "1"));
		assertThat(this.machines.eventTypes(execution)).contains("TaskStateAborted", "ParallelStateFailed");
	}

	@Test
	void parallelIsRetriedAsAWhole() {
		String states = parallel("""
				"Retry": [{"ErrorEquals": ["Bad"], "IntervalSeconds": 4}], "End": true""", taskBranch("A"),
				taskBranch("B"));
		String execution = this.machines.start("P", states, "{}");
		this.machines.succeed(this.machines.targets().takeBody(), "\"first\"");
		this.machines.fail(this.machines.targets().takeBody(), "Bad", "");
		this.machines.time().advance(Duration.ofSeconds(4));
		this.machines.succeed(this.machines.targets().takeBody(), "\"second\"");
		this.machines.succeed(this.machines.targets().takeBody(), "\"second\"");
		assertThat(this.machines.output(execution)).isEqualTo(Json.parse("[\"second\", \"second\"]"));
		assertThat(this.machines.eventTypes(execution)).filteredOn("ParallelStateStarted"::equals).hasSize(2);
	}

	@Test
	void mapSelectsItemsAndKeepsTheirOrder() {
		String states = map(
				"""
						"Items": "{% $states.input.list %}", "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}",
						"v": "{% $states.context.Map.Item.Value.n %}", "all": "{% $count($states.input.list) %}"}, "End": true""",
				branch("B", """
						"B": {"Type": "Pass", "Output": ["{% $states.input.i %}", "{% $states.input.v %}",
						"{% $states.input.all %}", "{% $states.context.Map.Item.Index %}"], "End": true}"""));
		assertThat(this.machines.run("M", states, "{\"list\": [{\"n\": \"a\"}, {\"n\": \"b\"}]}"))
			.isEqualTo(Json.parse("[[0, \"a\", 2, 0], [1, \"b\", 2, 1]]"));
	}

	@Test
	void mapOverNothingIsEmpty() {
		String states = map("\"End\": true", branch("B", "\"B\": {\"Type\": \"Pass\", \"End\": true}"));
		assertThat(this.machines.run("M", states, "[]")).isEqualTo(Json.parse("[]"));
	}

	@Test
	void itemsMustBeAnArray() {
		String states = map("\"Items\": \"{% $states.input %}\", \"End\": true",
				branch("B", "\"B\": {\"Type\": \"Pass\", \"End\": true}"));
		DescribeExecutionResponse ended = this.machines.await(this.machines.start("M", states, "{\"foo\": 1}"));
		assertThat(ended.error()).isEqualTo("States.QueryEvaluationError");
		assertThat(ended.cause()).contains("Expected 'array', but was 'object' for value: {\"foo\":1}");
	}

	@Test
	void mapRunsAtMostSoManyAtOnce() {
		String states = map("\"MaxConcurrency\": \"{% 1 + 1 %}\", \"End\": true", taskBranch("B"));
		String execution = this.machines.start("M", states, "[1, 2, 3, 4, 5]");
		List<Integer> answered = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			JsonNode message = this.machines.targets().takeBody();
			assertThat(this.machines.targets().all().size() - i).isLessThanOrEqualTo(2);
			answered.add(message.path("input").intValue());
			this.machines.succeed(message, message.path("input").toString());
		}
		assertThat(answered).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
		assertThat(this.machines.output(execution)).isEqualTo(Json.parse("[1, 2, 3, 4, 5]"));
	}

	@Test
	void mapFailsWithErrorOfItsFirstFailedItem() {
		String states = map("\"End\": true", taskBranch("B"));
		String execution = this.machines.start("M", states, "[1, 2]");
		this.machines.targets().takeBody();
		this.machines.fail(this.machines.targets().takeBody(), "Bad", "this one");
		DescribeExecutionResponse ended = this.machines.await(execution);
		assertThat(ended.error()).isEqualTo("Bad");
		assertThat(this.machines.eventTypes(execution)).contains("MapIterationFailed", "MapIterationAborted",
				"MapStateFailed");
	}

	@Test
	void mapToleratesSomeFailures() {
		String states = map("\"ToleratedFailurePercentage\": 50, \"End\": true", taskBranch("B"));
		String execution = this.machines.start("M", states, "[0, 1, 2, 3]");
		IntStream.range(0, 4).forEach((i) -> {
			JsonNode message = this.machines.targets().takeBody();
			if (message.path("input").intValue() < 2) {
				this.machines.fail(message, "Bad", "no luck");
			}
			else {
				this.machines.succeed(message, "\"good\"");
			}
		});
		assertThat(this.machines.output(execution)).isEqualTo(Json.parse("""
				[{"Error": "Bad", "Cause": "no luck"}, {"Error": "Bad", "Cause": "no luck"}, "good", "good"]"""));
	}

	@Test
	void mapFailsOnceToleranceIsExceeded() {
		String states = map("\"ToleratedFailureCount\": 1, \"End\": true", taskBranch("B"));
		String execution = this.machines.start("M", states, "[0, 1, 2, 3]");
		this.machines.fail(this.machines.targets().takeBody(), "Bad", "");
		this.machines.fail(this.machines.targets().takeBody(), "Bad", "");
		DescribeExecutionResponse ended = this.machines.await(execution);
		assertThat(ended.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
	}

	@Test
	void mapsNest() {
		String inner = """
				"I": {"Type": "Map", "Items": "{% $states.input.list %}", "End": true,
				"ItemProcessor":""" + branch("B", """
				"B": {"Type": "Pass", "Output": "{% $states.input * 10 + $states.context.Map.Item.Index %}",
				"End": true}""") + "}";
		String states = map("\"End\": true", branch("I", inner));
		assertThat(this.machines.run("M", states, "[{\"list\": [1, 2]}, {\"list\": []}, {\"list\": [3]}]"))
			.isEqualTo(Json.parse("[[10, 21], [], [30]]"));
	}

	@Test
	void failInNestedFlowReachesOuterCatch() {
		String failing = map("\"Items\": [1, 2], \"End\": true",
				branch("F", "\"F\": {\"Type\": \"Fail\", \"Error\": \"Deep\"}"));
		String states = parallel("""
				"Catch": [{"ErrorEquals": ["Deep"], "Output": "caught", "Next": "Z"}], "End": true""",
				branch("M", failing), taskBranch("A")) + ", \"Z\": {\"Type\": \"Succeed\"}";
		assertThat(this.machines.run("P", states, "{}").stringValue()).isEqualTo("caught");
	}

}

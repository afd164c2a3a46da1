package io.mokuroku.local.states;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pass, Choice, Wait, Succeed and Fail, and what goes on between states.
 */
class FlowStateTests {

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

	@Test
	void passHandsItsInputOn() {
		assertThat(this.machines.run("A", "\"A\": {\"Type\": \"Pass\", \"End\": true}", "{\"x\": [1, null]}"))
			.isEqualTo(Json.parse("{\"x\": [1, null]}"));
	}

	@Test
	void passComputesOutputFromInputContextAndLiterals() {
		String states = """
				"A": {"Type": "Pass", "End": true, "Output": {
				"sum": "{% $sum($states.input.n) %}", "plain": "$not.evaluated", "nested": [{"deep": "{% 1 = 1 %}"}],
				"name": "{% $states.context.State.Name %}", "machine": "{% $states.context.StateMachine.Name %}",
				"input": "{% $states.context.Execution.Input.n[0] %}",
				"started": "{% $states.context.Execution.StartTime %}"}}""";
		assertThat(this.machines.run("A", states, "{\"n\": [1, 2, 3]}")).isEqualTo(Json.parse("""
				{"sum": 6, "plain": "$not.evaluated", "nested": [{"deep": true}], "name": "A", "machine": "machine",
				"input": 1, "started": "2026-03-01T10:00:00.000Z"}"""));
	}

	@Test
	void assignedVariablesAreSeenByLaterStatesOnly() {
		String states = """
				"A": {"Type": "Pass", "Assign": {"x": 1, "y": "{% $states.input.y %}"}, "Next": "B"},
				"B": {"Type": "Pass", "Assign": {"x": "{% $x + 1 %}", "z": "{% $x %}"}, "Output": "{% $x %}", "Next": "C"},
				"C": {"Type": "Pass", "Output": "{% [$x, $y, $z, $states.input] %}", "End": true}""";
		assertThat(this.machines.run("A", states, "{\"y\": null}")).isEqualTo(Json.parse("[2, null, 1, 1]"));
	}

	@ParameterizedTest
	@CsvSource({ "5, big", "1, small", "0, none" })
	void choiceTakesFirstRuleThatHolds(int n, String expected) {
		String states = """
				"A": {"Type": "Choice", "Default": "Z", "Assign": {"v": "none"}, "Choices": [
				{"Condition": "{% $states.input.n > 3 %}", "Next": "Z", "Assign": {"v": "big"}},
				{"Condition": "{% $states.input.n > 0 %}", "Next": "Z", "Output": "ignored", "Assign": {"v": "small"}},
				{"Condition": false, "Next": "Z"}]},
				"Z": {"Type": "Pass", "Output": "{% $v %}", "End": true}""";
		assertThat(this.machines.run("A", states, "{\"n\": " + n + "}").stringValue()).isEqualTo(expected);
	}

	@Test
	void choiceWithoutMatchOrDefaultFails() {
		String states = """
				"A": {"Type": "Choice", "Choices": [{"Condition": false, "Next": "B"}]}, "B": {"Type": "Succeed"}""";
		DescribeExecutionResponse ended = this.machines.await(this.machines.start("A", states, "{}"));
		assertThat(ended.error()).isEqualTo("States.NoChoiceMatched");
	}

	@Test
	void conditionThatIsNoBooleanFailsEvaluation() {
		String states = """
				"A": {"Type": "Choice", "Choices": [{"Condition": "{% 1 %}", "Next": "B"}]}, "B": {"Type": "Succeed"}""";
		DescribeExecutionResponse ended = this.machines.await(this.machines.start("A", states, "{}"));
		assertThat(ended.error()).isEqualTo("States.QueryEvaluationError");
		assertThat(ended.cause()).contains("'A'", "Expected 'boolean', but was 'number'");
	}

	@Test
	void waitEndsAfterItsSeconds() {
		String states = """
				"A": {"Type": "Wait", "Seconds": "{% $states.input.s %}", "Output": "done", "End": true}""";
		String execution = this.machines.start("A", states, "{\"s\": 30}");
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(29));
		this.machines.awaitAlarm();
		assertThat(this.machines.eventTypes(execution)).containsExactly("ExecutionStarted", "WaitStateEntered");
		this.machines.time().advance(Duration.ofSeconds(1));
		assertThat(this.machines.output(execution).stringValue()).isEqualTo("done");
	}

	@Test
	void waitEndsAtItsTimestampAndAtOnceIfThatIsPast() {
		String states = """
				"A": {"Type": "Wait", "Timestamp": "2026-03-01T19:30:00+09:00", "Next": "B"},
				"B": {"Type": "Wait", "Timestamp": "{% $states.input.at %}", "End": true}""";
		String execution = this.machines.start("A", states, "{\"at\": \"2020-01-01T00:00:00Z\"}");
		this.machines.awaitAlarm();
		assertThat(this.machines.time().nextAlarm()).contains(Instant.parse("2026-03-01T10:30:00Z"));
		this.machines.time().advance(Duration.ofMinutes(30));
		assertThat(this.machines.await(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
	}

	@Test
	void timestampThatIsNoneFailsEvaluation() {
		String states = "\"A\": {\"Type\": \"Wait\", \"Timestamp\": \"{% $states.input.at %}\", \"End\": true}";
		String execution = this.machines.start("A", states, "{\"at\": \"2020-01-01 00:00:00Z\"}");
		assertThat(this.machines.await(execution).error()).isEqualTo("States.QueryEvaluationError");
		assertThat(this.machines.eventTypes(execution)).containsExactly("ExecutionStarted", "WaitStateEntered",
				"EvaluationFailed", "ExecutionFailed");
	}

	@Test
	void failComputesErrorAndCause() {
		String states = """
				"A": {"Type": "Fail", "Error": "{% 'E' & $states.input.n %}", "Cause": "as told"}""";
		DescribeExecutionResponse ended = this.machines.await(this.machines.start("A", states, "{\"n\": 4}"));
		assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
		assertThat(ended.error()).isEqualTo("E4");
		assertThat(ended.cause()).isEqualTo("as told");
	}

	@Test
	void endlessLoopEndsAtLimitOfHistory() {
		String states = """
				"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Choice", "Default": "A",
				"Choices": [{"Condition": false, "Next": "Z"}]}, "Z": {"Type": "Succeed"}""";
		DescribeExecutionResponse ended = this.machines.await(this.machines.start("A", states, "{}"));
		assertThat(ended.error()).isEqualTo("States.Runtime");
		assertThat(ended.cause()).contains("25000");
	}

	@Test
	void outputOverLimitFails() {
		String states = """
				"A": {"Type": "Pass", "End": true, "Output": "{% $join($map([1..1000], function($i) {$states.input.s})) %}"}""";
		String input = "{\"s\": \"" + "x".repeat(300) + "\"}";
		DescribeExecutionResponse ended = this.machines.await(this.machines.start("A", states, input));
		assertThat(ended.error()).isEqualTo("States.DataLimitExceeded");
	}

	@Test
	void machineTimesOut() {
		String arn = this.machines.create("limited", """
				{"QueryLanguage": "JSONata", "TimeoutSeconds": 10, "StartAt": "A",
				"States": {"A": {"Type": "Wait", "Seconds": 100, "End": true}}}""");
		String execution = this.machines.client()
			.startExecution((request) -> request.stateMachineArn(arn))
			.executionArn();
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(10));
		assertThat(this.machines.await(execution).status()).isEqualTo(ExecutionStatus.TIMED_OUT);
		assertThat(this.machines.eventTypes(execution)).endsWith("ExecutionTimedOut");
	}

}

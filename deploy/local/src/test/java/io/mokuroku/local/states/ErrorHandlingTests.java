package io.mokuroku.local.states;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Retry and Catch.
 */
class ErrorHandlingTests {

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

	@ParameterizedTest
	@CsvSource({ "States.ALL, Custom, true", "States.ALL, States.Timeout, true", "States.ALL, States.Runtime, false",
			"States.ALL, States.DataLimitExceeded, false", "States.DataLimitExceeded, States.DataLimitExceeded, true",
			"States.TaskFailed, Custom, true", "States.TaskFailed, States.Timeout, false",
			"States.TaskFailed, States.QueryEvaluationError, true", "States.Runtime, States.Runtime, false",
			"States.Timeout, States.Timeout, true", "States.HeartbeatTimeout, States.Timeout, false",
			"Custom, Custom, true", "Custom, custom, false" })
	void namesMatchAsTheLanguageSays(String name, String error, boolean expected) {
		assertThat(ErrorNames.match(List.of("Other", name), Failure.of(error, null))).isEqualTo(expected);
	}

	@Test
	void failureWithoutNameIsMatchedByWildcardOnly() {
		assertThat(ErrorNames.match(List.of("States.ALL"), Failure.of(null, null))).isTrue();
		assertThat(ErrorNames.match(List.of("Custom"), Failure.of(null, null))).isFalse();
	}

	@Test
	void missedHeartbeatIsAlsoATimeout() {
		Failure missed = new Failure("States.Timeout", null, true);
		assertThat(ErrorNames.match(List.of("States.HeartbeatTimeout"), missed)).isTrue();
		assertThat(ErrorNames.match(List.of("States.Timeout"), missed)).isTrue();
	}

	@Test
	void delaysGrowUpToTheirLimit() {
		Retrier retrier = new Retrier(List.of("E"), 3, 9, 2.0, 20L, false);
		assertThat(IntStream.range(0, 5).mapToObj((i) -> retrier.delay(i, new Random(1)).toSeconds()))
			.containsExactly(3L, 6L, 12L, 20L, 20L);
	}

	@Test
	void fullJitterStaysBelowTheDelay() {
		Retrier retrier = new Retrier(List.of("E"), 10, 9, 1.0, null, true);
		Random random = new Random(1);
		assertThat(IntStream.range(0, 200).mapToObj((i) -> retrier.delay(0, random)))
			.allMatch((delay) -> delay.compareTo(Duration.ofSeconds(10)) <= 0 && !delay.isNegative())
			.anyMatch((delay) -> delay.toSeconds() < 3)
			.anyMatch((delay) -> delay.toSeconds() > 7);
	}

	@Test
	void retriesWithBackOffThenCatches() {
		String states = TestMachines.task("Fetch",
				"""
						"Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 2}],
						"Catch": [{"ErrorEquals": ["Other"], "Next": "Caught"}, {"ErrorEquals": ["States.ALL"],
						"Assign": {"why": "{% $states.errorOutput.Cause %}"},
						"Output": {"from": "{% $states.input.id %}", "error": "{% $states.errorOutput.Error %}"}, "Next": "Caught"}],
						"End": true""")
				+ """
						, "Caught": {"Type": "Pass", "Output": "{% [$states.input, $why] %}", "End": true}""";
		String execution = this.machines.start("Fetch", states, "{\"id\": 7}");
		Instant start = this.machines.time().instant();
		for (long wait : new long[] { 2, 6 }) {
			this.machines.fail(this.machines.targets().takeBody(), "Busy", "later");
			assertThat(this.machines.time().nextAlarm()).contains(this.machines.time().instant().plusSeconds(wait));
			this.machines.time().advance(Duration.ofSeconds(wait));
		}
		this.machines.fail(this.machines.targets().takeBody(), "Busy", "enough");
		assertThat(this.machines.output(execution))
			.isEqualTo(Json.parse("[{\"from\": 7, \"error\": \"Busy\"}, \"enough\"]"));
		assertThat(this.machines.time().instant()).isEqualTo(start.plusSeconds(8));
		assertThat(this.machines.targets().all()).hasSize(3);
	}

	@Test
	void everyRetrierCountsForItself() {
		String states = TestMachines.task("Fetch", """
				"Retry": [{"ErrorEquals": ["A"], "MaxAttempts": 1}, {"ErrorEquals": ["B"], "MaxAttempts": 1}],
				"End": true""");
		String execution = this.machines.start("Fetch", states, "{}");
		for (String error : List.of("A", "B")) {
			this.machines.fail(this.machines.targets().takeBody(), error, "");
			this.machines.time().advance(Duration.ofSeconds(1));
		}
		this.machines.fail(this.machines.targets().takeBody(), "A", "spent");
		assertThat(this.machines.await(execution).cause()).isEqualTo("spent");
	}

	@Test
	void retryCountIsInContext() {
		String states = """
				"Fetch": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Arguments":
				{"QueueUrl": "q", "MessageBody": {"token": "{% $states.context.Task.Token %}",
				"retry": "{% $states.context.State.RetryCount %}"}}, "Retry": [{"ErrorEquals": ["States.TaskFailed"]}],
				"End": true}""";
		this.machines.start("Fetch", states, "{}");
		JsonNode first = this.machines.targets().takeBody();
		this.machines.fail(first, "A", "");
		this.machines.time().advance(Duration.ofSeconds(1));
		JsonNode second = this.machines.targets().takeBody();
		assertThat(first.path("retry").intValue()).isZero();
		assertThat(second.path("retry").intValue()).isEqualTo(1);
		assertThat(second.path("token")).isNotEqualTo(first.path("token"));
	}

	@Test
	void failedEvaluationCanBeCaught() {
		String states = TestMachines.task("Fetch", """
				"Output": "{% $states.result.nothing %}",
				"Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Next": "Caught"}], "End": true""")
				+ ", \"Caught\": {\"Type\": \"Pass\", \"End\": true}";
		String execution = this.machines.start("Fetch", states, "{}");
		this.machines.succeed(this.machines.targets().takeBody(), "{}");
		JsonNode output = this.machines.output(execution);
		assertThat(output.path("Error").stringValue()).isEqualTo("States.QueryEvaluationError");
		assertThat(output.path("Cause").stringValue()).contains("returned nothing (undefined)", "'Output'");
	}

	@Test
	void timeoutIsRetriedOnItsOwn() {
		String states = TestMachines.task("Fetch", """
				"TimeoutSeconds": 10, "Retry": [{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 1}],
				"End": true""");
		String execution = this.machines.start("Fetch", states, "{}");
		this.machines.targets().take();
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(10));
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(1));
		this.machines.succeed(this.machines.targets().takeBody(), "\"second\"");
		assertThat(this.machines.output(execution).stringValue()).isEqualTo("second");
	}

}

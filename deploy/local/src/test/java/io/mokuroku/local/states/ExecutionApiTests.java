package io.mokuroku.local.states;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The API as the client of the SDK sees it.
 */
class ExecutionApiTests {

	private static final String PASS = TestMachines.machine("A", "\"A\": {\"Type\": \"Pass\", \"End\": true}");

	private static final String WAIT = TestMachines.machine("A",
			"\"A\": {\"Type\": \"Wait\", \"Seconds\": 3600, \"End\": true}");

	@TempDir
	private Path folder;

	private TestMachines machines;

	private SfnClient client;

	@BeforeEach
	void open() {
		this.machines = new TestMachines(this.folder);
		this.client = this.machines.client();
	}

	@AfterEach
	void close() {
		this.machines.close();
	}

	private StartExecutionResponse start(String machine, String name, String input) {
		return this.client.startExecution((request) -> request.stateMachineArn(machine).name(name).input(input));
	}

	@Test
	void startWithSameNameAndInputIsSameExecution() {
		String machine = this.machines.create("m", WAIT);
		StartExecutionResponse first = start(machine, "once", "{\"a\": 1}");
		this.machines.time().advance(Duration.ofSeconds(5));
		StartExecutionResponse second = start(machine, "once", "{\"a\":1}");
		assertThat(second.executionArn()).isEqualTo(first.executionArn());
		assertThat(second.startDate()).isEqualTo(first.startDate());
		assertThatExceptionOfType(ExecutionAlreadyExistsException.class)
			.isThrownBy(() -> start(machine, "once", "{\"a\": 2}"));
	}

	@Test
	void nameOfEndedExecutionIsTakenForNinetyDays() {
		String machine = this.machines.create("m", PASS);
		this.machines.await(start(machine, "once", "{}").executionArn());
		assertThatExceptionOfType(ExecutionAlreadyExistsException.class).isThrownBy(() -> start(machine, "once", "{}"));
		this.machines.time().advance(Duration.ofDays(89));
		assertThatExceptionOfType(ExecutionAlreadyExistsException.class).isThrownBy(() -> start(machine, "once", "{}"));
		this.machines.time().advance(Duration.ofDays(2));
		String again = start(machine, "once", "{}").executionArn();
		assertThat(this.machines.await(again).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
	}

	@Test
	void refusesInputThatIsNotJsonOrTooLongAndIllegalNames() {
		String machine = this.machines.create("m", PASS);
		assertThatExceptionOfType(InvalidExecutionInputException.class)
			.isThrownBy(() -> start(machine, "a", "not json"));
		assertThatExceptionOfType(InvalidExecutionInputException.class).isThrownBy(() -> start(machine, "a", "{} {}"));
		assertThatExceptionOfType(InvalidNameException.class).isThrownBy(() -> start(machine, "a b", "{}"));
		assertThatExceptionOfType(SfnException.class)
			.isThrownBy(() -> start(machine, "a", "\"" + "x".repeat(262_144) + "\""))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
	}

	@Test
	void stopAbortsExecution() {
		String machine = this.machines.create("m", WAIT);
		String execution = start(machine, "a", "{}").executionArn();
		this.machines.awaitAlarm();
		this.client.stopExecution((request) -> request.executionArn(execution).error("Stop").cause("enough"));
		assertThat(this.machines.await(execution).status()).isEqualTo(ExecutionStatus.ABORTED);
		assertThat(this.machines.await(execution).cause()).isEqualTo("enough");
		List<HistoryEvent> history = this.machines.history(execution);
		assertThat(history.getLast().typeAsString()).isEqualTo("ExecutionAborted");
		assertThat(history.getLast().executionAbortedEventDetails().error()).isEqualTo("Stop");
		assertThat(this.machines.time().nextAlarm()).isEmpty();
		this.client.stopExecution((request) -> request.executionArn(execution));
	}

	@Test
	void listsExecutionsByStatusPageByPage() {
		String machine = this.machines.create("m", PASS);
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			names.add("run-" + i);
			this.machines.await(start(machine, "run-" + i, "{}").executionArn());
			this.machines.time().advance(Duration.ofSeconds(1));
		}
		Collections.reverse(names);
		List<String> listed = this.client
			.listExecutionsPaginator(
					(request) -> request.stateMachineArn(machine).statusFilter(ExecutionStatus.SUCCEEDED).maxResults(2))
			.executions()
			.stream()
			.map(ExecutionListItem::name)
			.toList();
		assertThat(listed).isEqualTo(names);
		assertThat(this.client
			.listExecutions((request) -> request.stateMachineArn(machine).statusFilter(ExecutionStatus.RUNNING))
			.executions()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "from:4294967295", "from:2147483647", "from:99999999999", "from:-1", "from:" })
	void tokenThatWasNeverGivenOutIsInvalid(String forged) {
		String machine = this.machines.create("m", PASS);
		String execution = start(machine, "a", "{}").executionArn();
		this.machines.await(execution);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
		for (String next : List.of(forged, token)) {
			assertThatExceptionOfType(InvalidTokenException.class)
				.isThrownBy(
						() -> this.client.listExecutions((request) -> request.stateMachineArn(machine).nextToken(next)))
				.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(400));
			assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> this.client
				.getExecutionHistory((request) -> request.executionArn(execution).nextToken(next)));
			assertThatExceptionOfType(InvalidTokenException.class)
				.isThrownBy(() -> this.client.listStateMachines((request) -> request.nextToken(next)));
		}
	}

	@Test
	void historyIsLinkedPagedAndReversible() {
		String states = """
				"A": {"Type": "Pass", "Assign": {"v": {"k": 1}}, "Next": "B"}, "B": {"Type": "Succeed", "Output": 5}""";
		String execution = this.machines.start("A", states, "{\"x\":1}");
		this.machines.await(execution);
		List<HistoryEvent> history = this.machines.history(execution);
		assertThat(history).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
		assertThat(history).extracting(HistoryEvent::previousEventId).containsExactly(0L, 0L, 2L, 3L, 4L, 5L);
		assertThat(history).extracting(HistoryEvent::typeAsString)
			.containsExactly("ExecutionStarted", "PassStateEntered", "PassStateExited", "SucceedStateEntered",
					"SucceedStateExited", "ExecutionSucceeded");
		assertThat(history.get(0).executionStartedEventDetails().input()).isEqualTo("{\"x\":1}");
		assertThat(history.get(2).stateExitedEventDetails().assignedVariables()).containsEntry("v", "{\"k\":1}");
		assertThat(history.get(5).executionSucceededEventDetails().output()).isEqualTo("5");
		List<HistoryEvent> reversed = this.client
			.getExecutionHistoryPaginator((request) -> request.executionArn(execution).reverseOrder(true).maxResults(2))
			.events()
			.stream()
			.toList();
		assertThat(reversed).isEqualTo(history.reversed());
		assertThat(this.client
			.getExecutionHistory((request) -> request.executionArn(execution).includeExecutionData(false))
			.events()
			.get(0)
			.executionStartedEventDetails()
			.input()).isNull();
	}

	@Test
	void whatIsNotThereHasItsOwnErrors() {
		assertThatExceptionOfType(StateMachineDoesNotExistException.class)
			.isThrownBy(() -> start(Arns.machine("none"), "a", "{}"));
		assertThatExceptionOfType(ExecutionDoesNotExistException.class).isThrownBy(
				() -> this.client.describeExecution((request) -> request.executionArn(Arns.execution("none", "a"))));
		assertThatExceptionOfType(InvalidArnException.class)
			.isThrownBy(() -> this.client.getExecutionHistory((request) -> request.executionArn("nonsense")));
		assertThatExceptionOfType(SfnException.class).isThrownBy(() -> this.client.listActivities())
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException"));
	}

	@Test
	void createIsIdempotentUntilSomethingDiffers() {
		String arn = this.machines.create("m", PASS);
		assertThat(this.machines.create("m", PASS)).isEqualTo(arn);
		assertThatExceptionOfType(StateMachineAlreadyExistsException.class)
			.isThrownBy(() -> this.machines.create("m", WAIT));
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> this.machines.create("n", "{\"StartAt\": \"A\"}"))
			.withMessageContaining("These fields are required: [States] at /");
	}

	@Test
	void runningExecutionKeepsTheDefinitionItStartedWith() {
		String arn = this.machines.create("m",
				TestMachines.machine("A", TestMachines.task("A", "\"Output\": \"old\", \"End\": true")));
		String execution = start(arn, "a", "{}").executionArn();
		String updated = TestMachines.machine("A", TestMachines.task("A", "\"Output\": \"new\", \"End\": true"));
		assertThat(this.client.updateStateMachine((request) -> request.stateMachineArn(arn).definition(updated))
			.revisionId()).isNotEmpty();
		DescribeStateMachineResponse described = this.client
			.describeStateMachine((request) -> request.stateMachineArn(arn));
		assertThat(described.definition()).isEqualTo(updated);
		this.machines.reopen();
		this.machines.succeed(this.machines.targets().takeBody(), "{}");
		assertThat(this.machines.output(execution).stringValue()).isEqualTo("old");
		assertThat(
				this.client.describeStateMachineForExecution((request) -> request.executionArn(execution)).definition())
			.contains("old");
	}

	@Test
	void machineIsDeletedWithItsLastExecution() {
		String arn = this.machines.create("m", WAIT);
		String execution = start(arn, "a", "{}").executionArn();
		this.machines.awaitAlarm();
		this.client.deleteStateMachine((request) -> request.stateMachineArn(arn));
		assertThat(this.client.describeStateMachine((request) -> request.stateMachineArn(arn)).status())
			.isEqualTo(StateMachineStatus.DELETING);
		this.client.stopExecution((request) -> request.executionArn(execution));
		assertThat(this.client.listStateMachines().stateMachines()).isEmpty();
	}

}

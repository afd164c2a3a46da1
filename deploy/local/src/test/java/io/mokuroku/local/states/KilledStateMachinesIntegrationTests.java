package io.mokuroku.local.states;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The server's process is killed in the middle of its work; the next one on the same
 * folder goes on with it.
 */
class KilledStateMachinesIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	private int port;

	private StatesProcess server;

	private SfnClient client;

	@BeforeEach
	void start() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = free.getLocalPort();
		}
		this.server = StatesProcess.start(this.folder, this.port);
		this.client = TestMachines.client(this.port);
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	@Test
	void takesTheTokenThatWasHandedOutBefore() throws Exception {
		String machine = create("task", "T", TestMachines.task("T", "\"HeartbeatSeconds\": 300, \"End\": true"));
		StartExecutionResponse before = start(machine, "one");
		awaitSubmitted(before.executionArn());
		String token = token("T");

		killAndRestart();

		assertThat(start(machine, "one").startDate()).isEqualTo(before.startDate());
		this.client.sendTaskHeartbeat((request) -> request.taskToken(token));
		this.client.sendTaskSuccess((request) -> request.taskToken(token).output("7"));
		DescribeExecutionResponse end = end(before.executionArn());
		assertThat(end.output()).isEqualTo("7");
		assertThat(this.client.listExecutions((request) -> request.stateMachineArn(machine)).executions()).hasSize(1);
		assertThat(StatesProcess.sent(this.folder)).hasSize(1);
		assertThat(events(before.executionArn())).containsExactly("ExecutionStarted", "TaskStateEntered",
				"TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited",
				"ExecutionSucceeded");
	}

	@Test
	void countsTheTimeInWhichItWasDead() throws Exception {
		Duration limit = Duration.ofSeconds(5);
		Duration silence = Duration.ofSeconds(12);
		String waiting = start(create("wait", "W", """
				"W": {"Type": "Wait", "Seconds": %d, "End": true}""".formatted(limit.toSeconds())), "x").executionArn();
		String timed = start(
				create("timed", "T",
						TestMachines.task("T", "\"TimeoutSeconds\": %d, \"End\": true".formatted(limit.toSeconds()))),
				"x")
			.executionArn();
		String silent = start(create("silent", "S",
				TestMachines.task("S", "\"HeartbeatSeconds\": %d, \"End\": true".formatted(silence.toSeconds()))), "x")
			.executionArn();
		awaitSubmitted(timed);
		awaitSubmitted(silent);

		killAndRestart();
		Instant restarted = Instant.now();
		this.client.sendTaskHeartbeat((request) -> request.taskToken(token("S")));

		DescribeExecutionResponse waited = end(waiting);
		assertThat(waited.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
		assertThat(waited.stopDate()).isBetween(waited.startDate().plus(limit), restarted.plus(limit));
		assertThat(events(waiting)).containsOnlyOnce("WaitStateEntered", "WaitStateExited");
		DescribeExecutionResponse late = end(timed);
		assertThat(late.error()).isEqualTo(ErrorNames.TIMEOUT);
		assertThat(late.stopDate()).isBetween(late.startDate().plus(limit), restarted.plus(limit));
		assertThatExceptionOfType(TaskTimedOutException.class)
			.isThrownBy(() -> this.client.sendTaskSuccess((request) -> request.taskToken(token("T")).output("{}")));
		DescribeExecutionResponse unheard = end(silent);
		assertThat(unheard.error()).isEqualTo(ErrorNames.TIMEOUT);
		assertThat(unheard.stopDate()).isAfterOrEqualTo(restarted.plus(silence));
	}

	@Test
	void finishesAMapThroughSeveralDeathsWithOneTaskPerItem() throws Exception {
		int items = 12;
		String execution = start(create("map", "M", """
				"M": {"Type": "Map", "Items": "{%% [1..%d] %%}", "MaxConcurrency": 3, "ItemProcessor":
				{"StartAt": "I", "States": {%s}}, "End": true}""".formatted(items,
				TestMachines.task("I", "\"End\": true"))), "x")
			.executionArn();
		Set<String> answered = ConcurrentHashMap.newKeySet();
		CompletableFuture<Void> worker = CompletableFuture.runAsync(() -> Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> answerOpen(answered) == items));

		for (int deaths = 1; deaths <= 3; deaths++) {
			int enough = deaths * 3;
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(2))
				.until(() -> answered.size() >= enough);
			killAndRestart();
		}

		worker.join();
		assertThat(end(execution).output()).isEqualTo(
				IntStream.rangeClosed(1, items).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]")));
		List<String> tasks = StatesProcess.sent(this.folder)
			.stream()
			.map((message) -> message.path("input") + " " + message.path("token"))
			.distinct()
			.toList();
		assertThat(tasks).as("a message may be sent again, a task not").hasSize(items);
		assertThat(events(execution)).filteredOn("TaskSucceeded"::equals).hasSize(items);
	}

	/** Answers every task once, as often as that needs to be tried. */
	private int answerOpen(Set<String> answered) {
		for (JsonNode message : StatesProcess.sent(this.folder)) {
			String token = message.path("token").stringValue();
			if (!answered.contains(token)) {
				try {
					this.client.sendTaskSuccess(
							(request) -> request.taskToken(token).output(Json.text(message.path("input"))));
					answered.add(token);
				}
				catch (TaskTimedOutException ex) {
					// the answer was taken, but we did not hear of it
					answered.add(token);
				}
				catch (SdkException ex) {
					return answered.size();
				}
			}
		}
		return answered.size();
	}

	private void killAndRestart() throws Exception {
		this.server.kill();
		this.server = StatesProcess.start(this.folder, this.port);
	}

	private String create(String name, String startAt, String states) {
		return this.client
			.createStateMachine((request) -> request.name(name)
				.definition(TestMachines.machine(startAt, states))
				.roleArn(TestMachines.ROLE))
			.stateMachineArn();
	}

	private StartExecutionResponse start(String machine, String name) {
		return this.client.startExecution((request) -> request.stateMachineArn(machine).name(name).input("{}"));
	}

	private void awaitSubmitted(String execution) {
		Awaitility.await().atMost(PATIENCE).until(() -> events(execution).contains("TaskSubmitted"));
	}

	private String token(String task) {
		return StatesProcess.sent(this.folder)
			.stream()
			.filter((message) -> message.path("task").stringValue().equals(task))
			.findFirst()
			.orElseThrow()
			.path("token")
			.stringValue();
	}

	private DescribeExecutionResponse end(String execution) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.client.describeExecution((request) -> request.executionArn(execution)),
					(described) -> described.status() != ExecutionStatus.RUNNING);
	}

	private List<String> events(String execution) {
		return this.client.getExecutionHistory((request) -> request.executionArn(execution).maxResults(1_000))
			.events()
			.stream()
			.map(HistoryEvent::typeAsString)
			.toList();
	}

}

package io.mokuroku.local.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import tools.jackson.databind.JsonNode;

/**
 * The server behind a loopback port, spoken to by the client of the SDK, with a clock the
 * test moves and queues the test reads.
 */
final class TestMachines implements AutoCloseable {

	static final String ROLE = "arn:aws:iam::000000000000:role/workflow";

	private final Path folder;

	private final ManualTime time = new ManualTime();

	private final AtomicInteger opened = new AtomicInteger();

	private final RecordedTargets targets = new RecordedTargets();

	private final MachinesOverHttp http;

	private final SfnClient client;

	private volatile StateMachines machines;

	TestMachines(Path folder) {
		this.folder = folder;
		this.machines = openMachines();
		try {
			this.http = MachinesOverHttp.open(0, () -> this.machines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.client = client(this.http.port());
	}

	/** The client of the SDK for a loopback port. */
	static SfnClient client(int port) {
		return SfnClient.builder()
			.endpointOverride(URI.create("http://127.0.0.1:" + port))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
			.build();
	}

	private StateMachines openMachines() {
		try {
			return StateMachines.open(this.folder, this.targets, this.time, this.time,
					new Random(this.opened.incrementAndGet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Closes the server and opens its folder again, as a new process would. */
	void reopen() {
		this.machines.close();
		this.machines = openMachines();
	}

	/** Closes the server behind a port that still answers. */
	void shut() {
		this.machines.close();
	}

	SfnClient client() {
		return this.client;
	}

	ManualTime time() {
		return this.time;
	}

	RecordedTargets targets() {
		return this.targets;
	}

	/** Creates a machine of that name and gives its ARN. */
	String create(String name, String definition) {
		return this.client.createStateMachine((request) -> request.name(name).definition(definition).roleArn(ROLE))
			.stateMachineArn();
	}

	/**
	 * Creates a machine from its states, the first of which is the start, and starts it.
	 */
	String start(String startAt, String states, String input) {
		return start("machine", startAt, states, input);
	}

	String start(String name, String startAt, String states, String input) {
		String arn = create(name, machine(startAt, states));
		return this.client.startExecution((request) -> request.stateMachineArn(arn).input(input)).executionArn();
	}

	static String machine(String startAt, String states) {
		return """
				{"QueryLanguage": "JSONata", "StartAt": "%s", "States": {%s}}""".formatted(startAt, states);
	}

	/** Runs a machine that waits for nothing and gives its output. */
	JsonNode run(String startAt, String states, String input) {
		return output(start(startAt, states, input));
	}

	/** Waits for the execution to succeed and gives its output. */
	JsonNode output(String executionArn) {
		DescribeExecutionResponse ended = await(executionArn);
		if (ended.status() != ExecutionStatus.SUCCEEDED) {
			throw new AssertionError(ended.toString());
		}
		return Json.parse(ended.output());
	}

	/** Waits for the execution to end in whatever way. */
	DescribeExecutionResponse await(String executionArn) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(5))
			.until(() -> this.client.describeExecution((request) -> request.executionArn(executionArn)),
					(execution) -> execution.status() != ExecutionStatus.RUNNING);
	}

	/** Waits until the execution has set an alarm, which means that it waits for time. */
	void awaitAlarm() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(2))
			.until(() -> this.time.nextAlarm().isPresent());
	}

	void succeed(JsonNode message, String output) {
		succeed(message.path("token").stringValue(), output);
	}

	void succeed(String token, String output) {
		this.client.sendTaskSuccess((request) -> request.taskToken(token).output(output));
	}

	void fail(JsonNode message, String error, String cause) {
		this.client.sendTaskFailure(
				(request) -> request.taskToken(message.path("token").stringValue()).error(error).cause(cause));
	}

	List<HistoryEvent> history(String executionArn) {
		return this.client.getExecutionHistory((request) -> request.executionArn(executionArn).maxResults(1_000))
			.events();
	}

	List<String> eventTypes(String executionArn) {
		return history(executionArn).stream().map(HistoryEvent::typeAsString).toList();
	}

	/** A task that sends its input with its token and waits for the answer. */
	static String task(String name, String more) {
		return """
				"%s": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
				"Arguments": {"QueueUrl": "http://queue", "MessageBody":
				{"task": "%s", "token": "{%% $states.context.Task.Token %%}", "input": "{%% $states.input %%}"}}, %s}"""
			.formatted(name, name, more);
	}

	@Override
	public void close() {
		this.client.close();
		this.http.close();
		this.machines.close();
	}

}

package io.mokuroku.local.states;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Task states and the answers of their workers, through the client of the SDK.
 */
class TaskStateTests {

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
	void resultOfWorkerIsOutput() {
		String execution = this.machines.start("Fetch", TestMachines.task("Fetch", "\"End\": true"), "{\"id\": 7}");
		JsonNode message = this.machines.targets().takeBody();
		assertThat(message.path("input")).isEqualTo(Json.parse("{\"id\": 7}"));
		this.machines.succeed(message, "{\"title\": \"Kimi\"}");
		assertThat(this.machines.output(execution)).isEqualTo(Json.parse("{\"title\": \"Kimi\"}"));
		assertThat(this.machines.eventTypes(execution)).containsExactly("ExecutionStarted", "TaskStateEntered",
				"TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited",
				"ExecutionSucceeded");
	}

	@Test
	void outputAndAssignSeeResult() {
		String states = TestMachines.task("Fetch", """
				"Assign": {"title": "{% $states.result.title %}"},
				"Output": {"id": "{% $states.input.id %}", "n": "{% $states.result.n + 1 %}"}, "Next": "Show\"""")
				+ ", \"Show\": {\"Type\": \"Succeed\", \"Output\": {\"t\": \"{% $title %}\", \"in\": \"{% $states.input %}\"}}";
		String execution = this.machines.start("Fetch", states, "{\"id\": 7}");
		this.machines.succeed(this.machines.targets().takeBody(), "{\"title\": \"Kimi\", \"n\": 1}");
		assertThat(this.machines.output(execution))
			.isEqualTo(Json.parse("{\"t\": \"Kimi\", \"in\": {\"id\": 7, \"n\": 2}}"));
	}

	@Test
	void failureOfWorkerFailsExecution() {
		String execution = this.machines.start("Fetch", TestMachines.task("Fetch", "\"End\": true"), "{}");
		this.machines.fail(this.machines.targets().takeBody(), "Gone", "404");
		DescribeExecutionResponse ended = this.machines.await(execution);
		assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
		assertThat(ended.error()).isEqualTo("Gone");
		assertThat(ended.cause()).isEqualTo("404");
	}

	@Test
	void taskTimesOut() {
		String execution = this.machines.start("Fetch",
				TestMachines.task("Fetch", "\"TimeoutSeconds\": 60, \"End\": true"), "{}");
		JsonNode message = this.machines.targets().takeBody();
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(60));
		DescribeExecutionResponse ended = this.machines.await(execution);
		assertThat(ended.error()).isEqualTo("States.Timeout");
		assertThatExceptionOfType(TaskTimedOutException.class).isThrownBy(() -> this.machines.succeed(message, "{}"));
		assertThat(this.machines.eventTypes(execution)).contains("TaskTimedOut");
	}

	@Test
	void heartbeatsKeepTaskAlive() {
		String states = TestMachines.task("Fetch", """
				"TimeoutSeconds": 100, "HeartbeatSeconds": "{% $states.input.beat %}",
				"Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Lost"}], "End": true""")
				+ ", \"Lost\": {\"Type\": \"Pass\", \"Output\": \"lost\", \"End\": true}";
		String execution = this.machines.start("Fetch", states, "{\"beat\": 10}");
		JsonNode message = this.machines.targets().takeBody();
		this.machines.awaitAlarm();
		for (int i = 0; i < 3; i++) {
			this.machines.time().advance(Duration.ofSeconds(9));
			this.machines.client()
				.sendTaskHeartbeat((request) -> request.taskToken(message.path("token").stringValue()));
		}
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(10));
		assertThat(this.machines.output(execution)).isEqualTo(Json.parse("\"lost\""));
	}

	@Test
	void tokenIsGoodForOneAnswer() {
		String execution = this.machines.start("Fetch", TestMachines.task("Fetch", "\"End\": true"), "{}");
		JsonNode message = this.machines.targets().takeBody();
		this.machines.succeed(message, "1");
		this.machines.await(execution);
		assertThatExceptionOfType(TaskTimedOutException.class).isThrownBy(() -> this.machines.succeed(message, "2"));
	}

	@Test
	void refusesTokensItDidNotIssueAndOutputThatIsNotJson() {
		assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> this.machines.succeed("forged", "{}"));
		String stranger = Tokens.issue(Tokens.key("another"), new Random(1));
		assertThatExceptionOfType(TaskDoesNotExistException.class)
			.isThrownBy(() -> this.machines.succeed(stranger, "{}"));
		this.machines.start("Fetch", TestMachines.task("Fetch", "\"End\": true"), "{}");
		JsonNode message = this.machines.targets().takeBody();
		assertThatExceptionOfType(InvalidOutputException.class)
			.isThrownBy(() -> this.machines.succeed(message, "{not json"));
	}

	@Test
	void taskWithoutTokenSucceedsOnceSent() {
		String states = """
				"Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {
				"QueueUrl": "http://queue.fifo", "MessageBody": "plain", "MessageGroupId": "{% 'g' & $states.input.id %}",
				"MessageAttributes": {"kind": {"DataType": "String", "StringValue": "{% $states.input.kind %}"}}},
				"Output": "{% $states.result.MessageId %}", "End": true}""";
		assertThat(this.machines.run("Tell", states, "{\"id\": 1, \"kind\": \"news\"}"))
			.isEqualTo(Json.parse("\"message-1\""));
		TaskTargets.Message message = this.machines.targets().take();
		assertThat(message.body()).isEqualTo("plain");
		assertThat(message.groupId()).isEqualTo("g1");
		assertThat(message.attributes()).containsEntry("kind", new TaskTargets.MessageAttr("String", "news"));
	}

	@Test
	void refusedMessageIsRetried() {
		this.machines.targets().refuseOnce("SQS.SdkClientException", "connection refused");
		String states = TestMachines.task("Fetch", """
				"Retry": [{"ErrorEquals": ["SQS.SdkClientException"], "IntervalSeconds": 5}], "End": true""");
		String execution = this.machines.start("Fetch", states, "{}");
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(5));
		this.machines.succeed(this.machines.targets().takeBody(), "\"sent\"");
		assertThat(this.machines.output(execution)).isEqualTo(Json.parse("\"sent\""));
		assertThat(this.machines.eventTypes(execution)).containsExactly("ExecutionStarted", "TaskStateEntered",
				"TaskScheduled", "TaskStarted", "TaskFailed", "TaskScheduled", "TaskStarted", "TaskSubmitted",
				"TaskSucceeded", "TaskStateExited", "ExecutionSucceeded");
	}

}

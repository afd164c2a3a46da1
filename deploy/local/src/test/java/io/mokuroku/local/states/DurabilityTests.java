package io.mokuroku.local.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a new process finds of the work of the last one.
 */
class DurabilityTests {

	private static final String TELL = """
			"Tell": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
			"Arguments": {"QueueUrl": "q", "MessageBody": "plain"}, "Output": "{% $states.result.MessageId %}"}""";

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

	/** Lets nothing be written to the journal of the only execution. */
	private void block() {
		try {
			Path journal = journals("running").getFirst();
			Files.move(journal, this.folder.resolve("aside"));
			Files.createDirectory(journal);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void unblock() throws IOException {
		Path journal = journals("running").getFirst();
		Files.delete(journal);
		Files.move(this.folder.resolve("aside"), journal);
	}

	private List<Path> journals(String under) throws IOException {
		try (Stream<Path> files = Files.walk(this.folder.resolve(under))) {
			return files.filter((file) -> file.toString().endsWith(".jsonl"))
				.filter((file) -> !file.endsWith("index.jsonl"))
				.toList();
		}
	}

	@Test
	void taskIsAnsweredAfterRestart() {
		String states = """
				"A": {"Type": "Pass", "Assign": {"v": "{% $uuid() %}"}, "Next": "T"},"""
				+ TestMachines.task("T", "\"Output\": \"{% $v %}\", \"End\": true");
		String execution = this.machines.start("A", states, "{}");
		JsonNode message = this.machines.targets().takeBody();
		String assigned = this.machines.history(execution)
			.get(2)
			.stateExitedEventDetails()
			.assignedVariables()
			.get("v");
		this.machines.reopen();
		this.machines.time().advance(Duration.ofDays(3));
		this.machines.succeed(message, "{}");
		assertThat(Json.text(this.machines.output(execution))).isEqualTo(assigned);
	}

	@Test
	void waitsRetriesAndTimeoutsGoOffAfterRestart() {
		String states = """
				"W": {"Type": "Wait", "Seconds": 100, "Next": "T"},""" + TestMachines.task("T", """
				"TimeoutSeconds": 50, "Retry": [{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 7}],
				"End": true""");
		String execution = this.machines.start("W", states, "{}");
		this.machines.awaitAlarm();
		this.machines.reopen();
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(100));
		JsonNode first = this.machines.targets().takeBody();
		this.machines.awaitAlarm();
		this.machines.reopen();
		this.machines.awaitAlarm();
		this.machines.time().advance(Duration.ofSeconds(50));
		this.machines.awaitAlarm();
		this.machines.reopen();
		this.machines.time().advance(Duration.ofSeconds(7));
		JsonNode second = this.machines.targets().takeBody();
		assertThatExceptionOfType(TaskTimedOutException.class).isThrownBy(() -> this.machines.succeed(first, "1"));
		this.machines.succeed(second, "2");
		assertThat(this.machines.output(execution).intValue()).isEqualTo(2);
	}

	@Test
	void whatFellDueWhileClosedHappensAtOpening() {
		String execution = this.machines.start("T", TestMachines.task("T", "\"TimeoutSeconds\": 50, \"End\": true"),
				"{}");
		this.machines.targets().take();
		this.machines.awaitAlarm();
		this.machines.time().close();
		this.machines.time().advance(Duration.ofHours(1));
		this.machines.reopen();
		assertThat(this.machines.await(execution).error()).isEqualTo("States.Timeout");
	}

	@Test
	void endedExecutionsKeepNameResultAndHistory() throws IOException {
		String arn = this.machines.create("m", TestMachines.machine("A", "\"A\": {\"Type\": \"Pass\", \"End\": true}"));
		String execution = this.machines.client()
			.startExecution((request) -> request.stateMachineArn(arn).name("once").input("5"))
			.executionArn();
		this.machines.await(execution);
		this.machines.reopen();
		assertThat(this.machines.output(execution).intValue()).isEqualTo(5);
		assertThat(this.machines.history(execution)).hasSize(4);
		assertThatExceptionOfType(ExecutionAlreadyExistsException.class).isThrownBy(() -> this.machines.client()
			.startExecution((request) -> request.stateMachineArn(arn).name("once").input("5")));
		assertThat(journals("running")).isEmpty();
		assertThat(journals("finished")).hasSize(1);
	}

	@Test
	void answerThatCouldNotBeWrittenWasNotTaken() throws IOException {
		String execution = this.machines.start("T", TestMachines.task("T", "\"End\": true"), "{}");
		JsonNode message = this.machines.targets().takeBody();
		Awaitility.await().until(() -> this.machines.eventTypes(execution).contains("TaskSubmitted"));
		block();
		assertThatExceptionOfType(SfnException.class).isThrownBy(() -> this.machines.succeed(message, "1"))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(500));
		unblock();
		this.machines.succeed(message, "2");
		assertThat(this.machines.output(execution).intValue()).isEqualTo(2);
	}

	@Test
	void messageWhoseReceiptCouldNotBeWrittenIsSentAgain() throws IOException {
		this.machines.targets().meanwhile(this::block);
		String execution = this.machines.start("Tell", TELL, "{}");
		this.machines.awaitAlarm();
		unblock();
		this.machines.time().advance(Duration.ofSeconds(5));
		assertThat(this.machines.output(execution).stringValue()).isEqualTo("message-2");
	}

	@Test
	void messageWhoseReceiptCouldNotBeWrittenIsSentAgainWithTheNextAnswer() throws IOException {
		String execution = this.machines.start("P", """
				"P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "T", "States": {%s}},
				{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 10, "Next": "Tell"}, %s}}]}"""
			.formatted(TestMachines.task("T", "\"End\": true"), TELL), "{}");
		JsonNode message = this.machines.targets().takeBody();
		Awaitility.await().until(() -> this.machines.eventTypes(execution).contains("TaskSubmitted"));
		this.machines.targets().meanwhile(this::block);
		this.machines.time().advance(Duration.ofSeconds(10));
		this.machines.targets().take();
		this.machines.awaitAlarm();
		unblock();
		this.machines.succeed(message, "1");
		assertThat(this.machines.output(execution)).isEqualTo(Json.parse("[1, \"message-3\"]"));
	}

	@Test
	void answerToAClosingServerIsRefusedAndGoodLater() {
		String execution = this.machines.start("T", TestMachines.task("T", "\"End\": true"), "{}");
		JsonNode message = this.machines.targets().takeBody();
		this.machines.shut();
		assertThatExceptionOfType(SfnException.class).isThrownBy(() -> this.machines.succeed(message, "1"))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(500));
		this.machines.reopen();
		this.machines.succeed(message, "2");
		assertThat(this.machines.output(execution).intValue()).isEqualTo(2);
	}

	@Test
	void journalIsPlainText() throws IOException {
		this.machines.start("T", TestMachines.task("T", "\"End\": true"), "{\"title\": \"君\"}");
		this.machines.targets().take();
		String journal = Files.readString(journals("running").getFirst(), StandardCharsets.UTF_8);
		assertThat(journal).contains("\"title\":\"君\"");
	}

}

package io.mokuroku.local.states;

import java.io.IOException;
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
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How ended executions are filed, and what is known of those that could not be.
 */
class FilingTests {

	private static final String PASS = "\"A\": {\"Type\": \"Pass\", \"End\": true}";

	private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(5);

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

	private Path index() {
		return this.folder.resolve("finished/index.jsonl");
	}

	private List<Path> journals(String under) throws IOException {
		try (Stream<Path> files = Files.walk(this.folder.resolve(under))) {
			return files.filter((file) -> file.toString().endsWith(".jsonl"))
				.filter((file) -> !file.endsWith("index.jsonl"))
				.toList();
		}
	}

	private String start(String machine) {
		return this.machines.client()
			.startExecution((request) -> request.stateMachineArn(machine).name("once").input("5"))
			.executionArn();
	}

	@Test
	void oldHistoriesAreDeleted() throws IOException {
		this.machines.run("A", PASS, "{}");
		this.machines.time().advance(Duration.ofDays(91));
		this.machines.reopen();
		assertThat(journals("finished")).isEmpty();
	}

	@Test
	void cutIndexLineIsForgiven() throws IOException {
		String execution = this.machines.start("A", PASS, "{}");
		this.machines.await(execution);
		Path index = index();
		Files.writeString(index, Files.readString(index) + "{\"name\": \"cut");
		this.machines.reopen();
		assertThat(this.machines.await(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
		assertThat(Files.readString(index)).doesNotContain("cut");
	}

	@Test
	void endIsKnownWhoseIndexLineFollowsACutOne() throws IOException {
		Files.writeString(index(), "{\"name\": \"cut");
		String execution = this.machines.start("A", PASS, "{}");
		this.machines.await(execution);
		this.machines.reopen();
		assertThat(this.machines.await(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
	}

	@Test
	void journalOfFinishedExecutionThatWasNotFiledIsFiledAtOpening() throws IOException {
		String execution = this.machines.start("A", PASS, "3");
		this.machines.await(execution);
		this.machines.time().close();
		Path journal = journals("finished").getFirst();
		Files.move(journal, this.folder.resolve("running").resolve(journal.getFileName()));
		Files.delete(index());
		this.machines.time().advance(Duration.ofDays(1));
		this.machines.reopen();
		assertThat(this.machines.output(execution).intValue()).isEqualTo(3);
		Awaitility.await().until(() -> !journals("finished").isEmpty());
		assertThat(journals("finished")).containsExactly(journal);
	}

	@Test
	void endThatCannotBeFiledIsKnownAllTheSame() throws IOException {
		Files.createDirectory(index());
		String machine = this.machines.create("m", TestMachines.machine("A", PASS));
		String execution = start(machine);
		this.machines.await(execution);
		assertThat(this.machines.output(execution).intValue()).isEqualTo(5);
		assertThat(this.machines.history(execution)).hasSize(4);
		assertThat(this.machines.client().listExecutions((request) -> request.stateMachineArn(machine)).executions())
			.extracting(ExecutionListItem::status)
			.containsExactly(ExecutionStatus.SUCCEEDED);
		assertThatExceptionOfType(ExecutionAlreadyExistsException.class).isThrownBy(() -> start(machine));
	}

	@Test
	void endIsFiledOnceTheDiskTakesIt() throws IOException {
		Files.createDirectory(index());
		String execution = start(this.machines.create("m", TestMachines.machine("A", PASS)));
		this.machines.await(execution);
		this.machines.time().advance(UNTIL_NEXT_TRY);
		this.machines.awaitAlarm();
		Files.delete(index());
		this.machines.time().advance(UNTIL_NEXT_TRY);
		Awaitility.await().until(() -> !journals("finished").isEmpty());
		this.machines.reopen();
		assertThat(this.machines.output(execution).intValue()).isEqualTo(5);
		assertThat(journals("running")).isEmpty();
	}

	@Test
	void endIsNotedOnceHoweverOftenItsJournalCannotBeMoved() throws IOException {
		Path day = Files.createFile(this.folder.resolve("finished/2026-03-01"));
		String execution = start(this.machines.create("m", TestMachines.machine("A", PASS)));
		this.machines.await(execution);
		assertThat(this.machines.output(execution).intValue()).isEqualTo(5);
		this.machines.time().advance(UNTIL_NEXT_TRY);
		this.machines.awaitAlarm();
		Files.delete(day);
		this.machines.time().advance(UNTIL_NEXT_TRY);
		Awaitility.await().until(() -> !journals("finished").isEmpty());
		assertThat(this.machines.output(execution).intValue()).isEqualTo(5);
		assertThat(Files.readString(index())).containsOnlyOnce("\"once\"");
	}

}

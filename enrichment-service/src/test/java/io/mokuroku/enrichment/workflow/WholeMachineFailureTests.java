package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.WireFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

import static io.mokuroku.enrichment.workflow.WholeMachineTests.failing;
import static io.mokuroku.enrichment.workflow.WholeMachineTests.modeOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever fails ends with its reason, its entry free, its files gone and, where a person
 * must look, a letter.
 */
final class WholeMachineFailureTests {

	private static final String NAME = Works.aDraft().id() + "-7";

	private final ScriptedWorkers workers = new ScriptedWorkers();

	private final WholeMachine machine;

	WholeMachineFailureTests(@TempDir Path folder) {
		this.machine = new WholeMachine(folder, this.workers.all());
	}

	@AfterEach
	void close() {
		this.machine.close();
	}

	@Test
	void failsWhereNoSourceCouldBeAsked() {
		this.workers.always("fetch", failing("refused"));
		assertFailed(run("FULL"), "SourcesFailed");
		assertThat(WholeMachine.attribute(this.machine.queues().deadLetters().getFirst(), "failure_reason"))
			.isEqualTo("No source could be asked about this entry");
	}

	@ParameterizedTest
	@MethodSource("tasksNobodyCanDoWithout")
	void endsAtAPayloadThatDoesNotFit(String task) {
		this.workers.always(task, (input) -> Map.of("nonsense", true));
		assertFailed(run(modeOf(task)), "SchemaViolation");
		assertThat(WholeMachine.attribute(this.machine.queues().deadLetters().getFirst(), "failure_reason"))
			.startsWith(task + ".output at ");
		assertThat(this.workers.inputs(task)).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("tasksNobodyCanDoWithout")
	void givesUpWhatNeverGoesBetter(String task) {
		this.workers.always(task, failing(null));
		assertFailed(run(modeOf(task)), "Retryable");
		assertThat(this.workers.inputs(task)).hasSize(6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "FULL", "EPISODE" })
	void givesUpOnAnEntryThatKeepsChanging(String mode) {
		this.workers.always("commit", failing("Stale"));
		assertFailed(run(mode), "Stale");
		assertThat(this.workers.inputs("commit")).hasSize(3);
	}

	@Test
	void endsWhenItsPayloadsOutgrowStepFunctions() {
		List<String> many = Collections.nCopies(3000, "https://cdn.example.org/a/picture/with/a/long/name/1.jpg");
		for (String stage : List.of("collect-media", "collect-episodes")) {
			this.workers.always(stage, (input) -> Map.of("stage", "MEDIA", "ref", "stage/media.json", "images", many));
		}
		assertFailed(run("FULL"), "States.DataLimitExceeded");
	}

	@Test
	void saysWhenItCouldNotCleanUp() {
		this.workers.always("release", failing("broken"));
		DescribeExecutionResponse ended = run("FULL");
		assertThat(ended.error()).isEqualTo("CleanupFailed");
		assertThat(ended.cause()).isEqualTo("After COMMITTED: broken");
		assertThat(this.machine.queues().deadLetters()).hasSize(1);
	}

	@Test
	void keepsTheFirstReasonWhenItCannotCleanUpEither() {
		this.workers.always("release", failing("broken")).always("assemble", failing("unknown_anime"));
		assertThat(run("FULL").error()).isEqualTo("unknown_anime");
	}

	@Test
	void writesTheDeadLetterOnceTheQueueTakesIt() {
		this.machine.queues().refuseDeadLetters(3);
		this.workers.always("assemble", failing("unknown_anime"));
		assertFailed(run("FULL"), "unknown_anime");
	}

	@Test
	void endsWithItsReasonEvenIfTheDeadLetterCannotBeWritten() {
		this.machine.queues().refuseDeadLetters(Integer.MAX_VALUE);
		this.workers.always("assemble", failing("unknown_anime"));
		assertThat(run("FULL").error()).isEqualTo("unknown_anime");
		assertGivenBack();
	}

	@Test
	void bothersNobodyAboutAnEntryThatWasMerged() {
		this.workers.always("prepare", failing("redirected"));
		assertThat(run("FULL").error()).isEqualTo("redirected");
		assertThat(this.machine.queues().deadLetters()).isEmpty();
		assertGivenBack();
	}

	@Test
	void writesADeadLetterThatRepeatsTheRequest() {
		this.workers.always("commit", failing("LockLost"));
		assertFailed(run("EPISODE"), "LockLost");
		EnrichmentRequested again = WireFormat.read(this.machine.queues().deadLetters().getFirst().body(),
				EnrichmentRequested.class);
		assertThat(again.mode()).isEqualTo(EnrichmentRequested.Mode.EPISODE);
		assertThat(again.episode()).hasToString("regular:8");
		assertThat(again.requestId()).isEqualTo("again-" + NAME);
	}

	static Stream<String> tasksNobodyCanDoWithout() {
		return Stream.of("prepare", "assemble", "assemble-episode", "commit");
	}

	private DescribeExecutionResponse run(String mode) {
		return this.machine.finish(this.machine.start(NAME, WholeMachineTests.inputOf(mode)));
	}

	private void assertGivenBack() {
		assertThat(this.workers.released()).isNotEmpty().containsOnly(NAME);
	}

	private void assertFailed(DescribeExecutionResponse ended, String error) {
		assertThat(ended.statusAsString()).isEqualTo("FAILED");
		assertThat(ended.error()).isEqualTo(error);
		assertThat(ended.cause()).isNotBlank();
		assertGivenBack();
		assertThat(this.machine.queues().deadLetters()).singleElement()
			.satisfies((letter) -> assertThat(WholeMachine.attribute(letter, "failure_code")).isEqualTo(error))
			.satisfies((letter) -> assertThat(WholeMachine.attribute(letter, "execution")).isEqualTo(NAME));
	}

}

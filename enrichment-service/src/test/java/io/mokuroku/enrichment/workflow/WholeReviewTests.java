package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.mokuroku.enrichment.Works;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of an entry that a person must see: whatever the person decides, or does
 * not.
 */
final class WholeReviewTests {

	private static final String NAME = Works.aDraft().id() + "-7";

	private final ScriptedWorkers workers = new ScriptedWorkers();

	private static final String OTHER = "9d8c8ec8-75e9-5630-983e-07b4cd37a972";

	private final WholeMachine machine;

	private String arn = "";

	WholeReviewTests(@TempDir Path folder) {
		this.machine = new WholeMachine(folder, this.workers.all());
	}

	@BeforeEach
	void anEntryAPersonMustSee() {
		this.workers.askPeople();
		this.arn = this.machine.start(NAME, WholeMachineTests.inputOf("FULL"));
		this.machine.awaitReview(1);
	}

	@AfterEach
	void close() {
		this.machine.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "APPROVE", "APPROVE_WITH_EDITS" })
	void publishesWhatAPersonApproved(String decision) {
		this.machine.decide("{\"decision\": \"" + decision + "\", \"reviewer\": \"mio\"}");
		assertThat(finish().output()).contains("COMMITTED");
		assertThat(this.workers.inputs("commit").getFirst().get("decision").asString()).isEqualTo(decision);
	}

	@Test
	void publishesWhatAPersonCorrectedInListsAndNothingOfAnEarlierAnswer() {
		this.machine.decide("{\"decision\": \"REQUEST_RERUN\", \"edits\": {\"staffRows\": [{\"name\": \"Nobody\"}]}}");
		this.machine.awaitReview(2);
		this.machine.decide("{\"decision\": \"APPROVE_WITH_EDITS\", \"edits\": {\"title\": \"x\", "
				+ "\"episodeRows\": [{\"episode\": \"3\", \"remove\": true}]}}");
		assertThat(finish().output()).contains("COMMITTED");
		assertThat(this.workers.inputs("commit").getFirst().get("corrections")).isEqualTo(WorkflowJson.MAPPER
			.readTree("{\"title\":\"x\",\"episodeRows\":[{\"episode\":\"3\",\"remove\":true}]}"));
	}

	@Test
	void leavesWhatAPersonRefused() {
		this.machine.decide("{\"decision\": \"REJECT\", \"note\": \"wrong show\"}");
		assertThat(finish().output()).isEqualTo("{\"outcome\":\"REJECTED\"}");
		assertThat(this.workers.inputs("commit")).isEmpty();
		assertThat(this.workers.released()).containsExactly(NAME);
	}

	@Test
	void endsWithoutPublishingOnceAnEntryIsMerged() {
		this.machine.decide("{\"decision\": \"MERGE\", \"other\": \"" + OTHER + "\"}");
		assertThat(finish().output()).isEqualTo("{\"outcome\":\"MERGED\"}");
		assertThat(this.workers.inputs("settle")).singleElement()
			.isEqualTo(WorkflowJson.MAPPER.readTree("{\"decision\":\"MERGE\",\"other\":\"" + OTHER + "\"}"));
		assertThat(this.workers.inputs("commit")).isEmpty();
		assertThat(this.workers.released()).containsExactly(NAME);
	}

	@Test
	void judgesAnewOnceEntriesAreKeptSeparate() {
		this.workers.always("assemble", (input) -> ScriptedWorkers.usual("assemble", input));
		this.machine.decide("{\"decision\": \"KEEP_SEPARATE\", \"other\": \"" + OTHER + "\"}");
		assertThat(finish().output()).contains("COMMITTED");
		assertThat(this.workers.inputs("assemble")).hasSize(2);
		assertThat(this.workers.inputs("commit").getFirst().get("decision").asString())
			.as("nobody has approved the rest")
			.isEqualTo("AUTO");
	}

	@Test
	void asksAboutTheRestOnceEntriesAreKeptSeparate() {
		this.machine.decide("{\"decision\": \"KEEP_SEPARATE\", \"other\": \"" + OTHER + "\"}");
		this.machine.awaitReview(2);
		this.machine.decide("{\"decision\": \"REJECT\", \"note\": \"no\"}");
		assertThat(finish().output()).contains("REJECTED");
	}

	@Test
	void asksAgainWhenTheDeferredTimeHasCome() {
		Instant until = this.machine.states().clock().instant().plus(Duration.ofDays(4));
		this.machine.decide("{\"decision\": \"DEFER\", \"until\": \"" + until + "\"}");
		this.machine.awaitReview(2);
		assertThat(this.machine.states().clock().instant()).isEqualTo(until);
		assertThat(this.machine.queues().reviews().get(1).get("taskToken"))
			.isNotEqualTo(this.machine.queues().reviews().get(0).get("taskToken"));
		this.machine.decide("{\"decision\": \"APPROVE\"}");
		assertThat(finish().output()).contains("COMMITTED");
	}

	@Test
	void defersForADayUnlessToldAndNeverForMoreThanAMonth() {
		Instant start = this.machine.states().clock().instant();
		this.machine.decide("{\"decision\": \"DEFER\"}");
		this.machine.awaitReview(2);
		assertThat(this.machine.states().clock().instant()).isEqualTo(start.plus(Duration.ofDays(1)));
		this.machine.decide("{\"decision\": \"DEFER\", \"until\": \"2036-01-01T00:00:00Z\"}");
		this.machine.awaitReview(3);
		assertThat(this.machine.states().clock().instant()).isEqualTo(start.plus(Duration.ofDays(31)));
	}

	@Test
	void doesNotDeferForEver() {
		for (int asked = 1; asked <= 6; asked++) {
			this.machine.awaitReview(asked);
			this.machine.decide("{\"decision\": \"DEFER\"}");
		}
		assertEndedWithoutACommit("DeferredTooOften", true);
	}

	@Test
	void beginsAnewWithTheSourcesWhenAskedFor() {
		this.machine.decide("{\"decision\": \"REQUEST_RERUN\"}");
		this.machine.awaitReview(2);
		assertThat(this.machine.entered(this.arn).stream().filter("Fetch"::equals)).hasSize(2);
		this.machine.decide("{\"decision\": \"APPROVE\"}");
		assertThat(finish().output()).contains("COMMITTED");
	}

	@Test
	void beginsAnewWithTheStagesWhenAskedForOne() {
		this.machine.decide("{\"decision\": \"REQUEST_RERUN\", \"stage\": \"EPISODES\"}");
		this.machine.awaitReview(2);
		assertThat(this.machine.entered(this.arn)).containsOnlyOnce("Fetch");
		assertThat(this.workers.inputs("collect-episodes")).hasSize(2);
	}

	@Test
	void publishesARerunThatNobodyNeedSee() {
		this.workers.always("assemble", (input) -> ScriptedWorkers.usual("assemble", input));
		this.machine.decide("{\"decision\": \"REQUEST_RERUN\", \"stage\": \"FETCH\"}");
		assertThat(finish().output()).contains("COMMITTED");
		assertThat(this.workers.inputs("commit").getFirst().get("decision").asString()).isEqualTo("AUTO");
	}

	@Test
	void doesNotRunAnewForEver() {
		for (int asked = 1; asked <= 4; asked++) {
			this.machine.awaitReview(asked);
			this.machine.decide("{\"decision\": \"REQUEST_RERUN\"}");
		}
		assertEndedWithoutACommit("TooManyReruns", true);
	}

	@Test
	void putsAnOverdueQuestionBackAndSaysSo() {
		assertThat(this.machine.awaitReview(2).get("reasons")).hasToString("[\"OVERDUE\",\"CORE_CONFLICT\"]");
		assertThat(this.machine.states().clock().instant()).isEqualTo("2026-03-04T10:00:00Z");
		this.machine.decide("{\"decision\": \"APPROVE\"}");
		assertThat(finish().output()).contains("COMMITTED");
	}

	@Test
	void neverTakesSilenceForConsent() {
		assertEndedWithoutACommit("ReviewAbandoned", true);
		assertThat(this.machine.queues().reviews()).hasSize(3);
	}

	@Test
	void leavesTheEntryToAnotherExecutionThatAskedAboutIt() {
		new SfnTaskTokens(this.machine.sfn()).fail(
				this.machine.queues().reviews().getFirst().get("taskToken").asString(), "ReviewSuperseded",
				"replaced by another");
		assertEndedWithoutACommit("ReviewSuperseded", false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"decision\": \"SHRUG\"}", "{}", "\"APPROVE\"", "[]",
			"{\"decision\": \"DEFER\", \"until\": \"soon\"}",
			"{\"decision\": \"REQUEST_RERUN\", \"stage\": \"EVERYTHING\"}",
			"{\"decision\": \"APPROVE_WITH_EDITS\", \"edits\": {\"episodeRows\": [{\"episode\": \"third\"}]}}" })
	void endsAtAnAnswerThatDoesNotFitItsSchema(String answer) {
		new SfnTaskTokens(this.machine.sfn())
			.succeed(this.machine.queues().reviews().getFirst().get("taskToken").asString(), answer);
		assertEndedWithoutACommit(PayloadSchemas.VIOLATION, true);
		assertThat(finish().cause()).startsWith("check-answer.input at '/answer");
		assertThat(this.machine.entered(this.arn)).containsOnlyOnce("CheckAnswer").doesNotContain("Decided");
	}

	private DescribeExecutionResponse finish() {
		return this.machine.finish(this.arn);
	}

	private void assertEndedWithoutACommit(String error, boolean letter) {
		DescribeExecutionResponse ended = finish();
		assertThat(ended.error()).isEqualTo(error);
		assertThat(ended.cause()).isNotBlank();
		assertThat(this.workers.inputs("commit")).isEmpty();
		assertThat(this.workers.released()).containsExactly(NAME);
		assertThat(this.machine.queues().deadLetters()).hasSize(letter ? 1 : 0);
	}

}

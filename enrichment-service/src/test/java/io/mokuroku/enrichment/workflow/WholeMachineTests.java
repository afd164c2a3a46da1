package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.mokuroku.enrichment.Works;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole definition, path by path: where each leads and what is tried again.
 */
final class WholeMachineTests {

	/** What follows an answer of people; see WholeReviewTests. */
	private static final Set<String> AFTER_A_PERSON = Set.of("check-answer", "settle");

	private static final String NAME = Works.aDraft().id() + "-7";

	private final ScriptedWorkers workers = new ScriptedWorkers();

	private final Path folder;

	private final WholeMachine machine;

	WholeMachineTests(@TempDir Path folder) {
		this.folder = folder;
		this.machine = new WholeMachine(folder, this.workers.all());
	}

	@AfterEach
	void close() {
		this.machine.close();
	}

	@Test
	void publishesWhatNobodyNeedSee() {
		assertThat(outcome(run("FULL"))).isEqualTo("{\"outcome\":\"COMMITTED\",\"version\":2}");
		assertThat(this.workers.inputs("assemble").getFirst().get("images").get(0).get("key").asString())
			.isEqualTo("images/1.jpg");
		assertThat(this.workers.inputs("commit")).singleElement()
			.asString()
			.contains("\"decision\":\"AUTO\"", "\"owner\":\"request-1\"");
		assertGivenBack();
		assertThat(this.machine.queues().deadLetters()).isEmpty();
	}

	@Test
	void copiesNoPicturesWhenItOnlyRefreshes() {
		assertThat(outcome(run("REFRESH"))).contains("COMMITTED");
		assertThat(this.machine.entered(arn())).contains("Stages").doesNotContain("Images", "FetchEpisode");
	}

	@Test
	void asksOnlyForTheEpisodeThatAired() {
		assertThat(outcome(run("EPISODE"))).contains("COMMITTED");
		assertThat(this.machine.entered(arn())).contains("FetchEpisode", "AssembleEpisode")
			.doesNotContain("Fetch", "Stages", "NeedsReview");
		assertThat(this.workers.inputs("assemble-episode").getFirst().get("fetched")).hasSize(2);
		assertGivenBack();
	}

	@Test
	void goesOnWithoutASourceThatFails() {
		this.workers.always("fetch", (input) -> {
			if (input.get("link").asString().startsWith("KITSU")) {
				throw new PermanentFailure("refused", "Kitsu refuses");
			}
			return ScriptedWorkers.usual("fetch", input);
		});
		assertThat(outcome(run("FULL"))).contains("COMMITTED");
		assertThat(this.workers.inputs("assemble").getFirst().get("failed")).hasToString("[\"KITSU#990042\"]");
		assertThat(this.workers.inputs("collect-metadata").getFirst().get("fetched")).hasSize(1);
	}

	@Test
	void leavesAnEntryThatNoSourceKnows() {
		this.workers.always("fetch", (input) -> Map.of("link", input.get("link"), "status", "NOT_FOUND"));
		assertThat(outcome(run("FULL"))).isEqualTo("{\"outcome\":\"NOTHING_FOUND\"}");
		assertGivenBack();
	}

	@Test
	void proposesTheEpisodeEvenIfNoSourceCouldBeAsked() {
		this.workers.always("fetch-episode", failing("refused"));
		assertThat(outcome(run("EPISODE"))).contains("COMMITTED");
		assertThat(this.workers.inputs("assemble-episode")).singleElement()
			.asString()
			.contains("\"fetched\":[]", "\"silent\":[]", "\"failed\":[\"MYANIMELIST#990041\",\"KITSU#990042\"]");
	}

	@Test
	void tellsWhoDoesNotListTheEpisodeFromWhoListsNone() {
		this.workers.always("fetch-episode", (input) -> Map.of("link", input.get("link"), "status",
				input.get("link").asString().startsWith("KITSU") ? "NOT_FOUND" : "NOT_ASKED"));
		assertThat(outcome(run("EPISODE"))).contains("COMMITTED");
		assertThat(this.workers.inputs("assemble-episode")).singleElement()
			.asString()
			.contains("\"fetched\":[]", "\"silent\":[\"KITSU#990042\"]", "\"failed\":[]");
	}

	@ParameterizedTest
	@MethodSource("stages")
	void goesOnWithoutAStageThatFails(String stage) {
		this.workers.always(stage, failing("broken"));
		assertThat(outcome(run("FULL"))).contains("COMMITTED");
		assertThat(this.workers.inputs("assemble").getFirst().get("stages")).hasSize((int) stages().count() - 1);
	}

	@Test
	void doesNotFailForAPicture() {
		this.machine.failImages();
		assertThat(outcome(run("FULL"))).contains("COMMITTED");
		assertThat(this.workers.inputs("assemble").getFirst().get("images")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void triesAgainWhatMayGoBetter(String task) {
		this.workers.next(task, failing(null)).next(task, failing(null));
		assertThat(outcome(run(modeOf(task)))).contains("COMMITTED");
		assertThat(this.workers.inputs(task)).hasSize(2 + usualCalls(task));
	}

	@Test
	void asksAgainWhoeverAskedToWait() {
		this.workers.next("prepare", (input) -> {
			throw new RetryableFailure("busy", null, Duration.ofSeconds(1));
		});
		assertThat(outcome(run("FULL"))).contains("COMMITTED");
		assertThat(this.workers.inputs("prepare")).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void outlivesAWorkerThatIsKilled(String task) {
		this.workers.next(task, (input) -> {
			throw new DisturbedQueues.Death();
		});
		assertThat(outcome(run(modeOf(task)))).contains("COMMITTED");
		assertGivenBack();
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void asksAgainForATaskThatWasLost(String task) {
		this.machine.queues()
			.deliver((sent) -> (sent.task().equals(task) && this.machine.queues().heldBack().isEmpty()) ? 0 : 1);
		assertThat(outcome(run(modeOf(task)))).contains("COMMITTED");
		assertThat(this.workers.inputs(task)).hasSize(usualCalls(task));
		this.machine.show(this.machine.queues().heldBack().getFirst());
		assertThat(this.workers.inputs(task)).as("a token nobody waits for any more").hasSize(usualCalls(task));
	}

	@Test
	void doesNothingTwiceForMessagesThatComeTwice() {
		this.machine.queues().deliver((sent) -> 2);
		assertThat(outcome(run("FULL"))).contains("COMMITTED");
		assertThat(this.machine.entered(arn())).containsOnlyOnce("Commit", "Cleanup");
	}

	@Test
	void decidesAnewWhenTheEntryChangedMeanwhile() {
		this.workers.next("commit", failing("Stale")).next("commit", failing("Stale"));
		assertThat(outcome(run("FULL"))).contains("COMMITTED");
		assertThat(this.workers.inputs("assemble")).hasSize(3);
	}

	@Test
	void goesOnAfterStepFunctionsItselfWasRestarted() {
		this.workers.askPeople();
		String arn = start("FULL");
		this.machine.awaitReview(1);
		this.machine.states().restart();
		this.machine.decide("{\"decision\": \"APPROVE\"}");
		assertThat(outcome(this.machine.finish(arn))).contains("COMMITTED");
	}

	@Test
	void outlivesAnswersThatAreNotTakenAtOnce() {
		try (WholeMachine throttled = new WholeMachine(this.folder.resolve("throttled"), (time) -> this.workers.all(),
				ThrottledTokens::new)) {
			assertThat(outcome(throttled.finish(throttled.start(NAME, inputOf("FULL"))))).contains("COMMITTED");
		}
	}

	static Stream<String> tasks() {
		return DefinedStates.ofRepository().tasks().filter((task) -> !AFTER_A_PERSON.contains(task));
	}

	static Stream<String> stages() {
		return tasks().filter((task) -> task.startsWith("collect-"));
	}

	/** Two sources are asked. */
	private static int usualCalls(String task) {
		return task.startsWith("fetch") ? 2 : 1;
	}

	static String modeOf(String task) {
		return task.contains("episode") && !task.startsWith("collect-") ? "EPISODE" : "FULL";
	}

	/** Fails in a way that may pass, or with a code in a way that will not. */
	static Function<JsonNode, Object> failing(@Nullable String code) {
		return (input) -> {
			throw (code != null) ? new PermanentFailure(code, code) : new RetryableFailure("not now", null);
		};
	}

	private DescribeExecutionResponse run(String mode) {
		return this.machine.finish(start(mode));
	}

	private String start(String mode) {
		return this.machine.start(NAME, inputOf(mode));
	}

	static String inputOf(String mode) {
		return """
				{"animeId": "%s", "mode": "%s", "requestId": "request-1"%s,
				"lock": {"owner": "request-1", "fencing": 7, "expiresAt": "%s"}}""".formatted(Works.aDraft().id(), mode,
				mode.equals("EPISODE") ? ", \"episode\": {\"kind\": \"REGULAR\", \"value\": 8}" : "",
				Instant.parse("2026-03-02T10:00:00Z"));
	}

	private String arn() {
		return this.machine.machineArn().replace(":stateMachine:", ":execution:") + ":" + NAME;
	}

	private static String outcome(DescribeExecutionResponse ended) {
		assertThat(ended.output()).as("%s %s", ended.error(), ended.cause()).isNotNull();
		return ended.output();
	}

	private void assertGivenBack() {
		assertThat(this.workers.released()).isNotEmpty().containsOnly(NAME);
	}

}

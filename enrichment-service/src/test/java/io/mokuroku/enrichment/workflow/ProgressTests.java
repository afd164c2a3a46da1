package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.mokuroku.enrichment.Works;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Progress, read from histories of the real definition.
 */
final class ProgressTests {

	private final ScriptedWorkers workers = new ScriptedWorkers();

	private final WholeMachine machine;

	private String arn = "";

	ProgressTests(@TempDir Path folder) {
		this.machine = new WholeMachine(folder, this.workers.all());
	}

	@AfterEach
	void close() {
		this.machine.close();
	}

	@Test
	void tellsWhomItWaitsForAndSinceWhen() {
		this.workers.askPeople();
		start();
		this.machine.awaitReview(1);
		Progress progress = progress(true);
		Instant asked = this.machine.states().clock().instant();
		assertThat(progress.waitsFor()).isEqualTo(Progress.Waits.REVIEWER);
		assertThat(progress.since()).isEqualTo(asked);
		assertThat(progress.current())
			.containsExactly(new Progress.Current(Progress.REVIEW, asked, 1, Progress.Waits.REVIEWER));
		assertThat(progress.steps().getFirst()).isEqualTo(new Progress.Step(Progress.REVIEW, asked));
	}

	@Test
	void tellsHowSourcesAndStagesWent() {
		this.workers.always("fetch", (input) -> {
			if (input.get("link").asString().startsWith("KITSU")) {
				throw new PermanentFailure("refused", "Kitsu refuses");
			}
			return ScriptedWorkers.usual("fetch", input);
		});
		this.workers.always("collect-episodes", (input) -> {
			throw new PermanentFailure("broken", "no list");
		});
		start();
		this.machine.finish(this.arn);
		Progress progress = progress(false);
		assertThat(progress.sources()).containsExactlyInAnyOrder(new Progress.Source("MYANIMELIST#990041", "OK", null),
				new Progress.Source("KITSU#990042", "FAILED", "refused"));
		assertThat(progress.stages()).contains(new Progress.StageResult("METADATA", "OK", null),
				new Progress.StageResult("EPISODES", "FAILED", "broken"));
		assertThat(progress.current()).isEmpty();
		assertThat(progress.waitsFor()).isEqualTo(Progress.Waits.NOBODY);
	}

	@Test
	void countsAttempts() {
		for (int i = 0; i < 2; i++) {
			this.workers.next("assemble", (input) -> {
				throw new RetryableFailure("not now", null);
			});
		}
		this.machine.queues()
			.deliver((task) -> (task.task().equals("assemble") && this.workers.inputs("assemble").size() == 2) ? 0 : 1);
		start();
		this.machine.awaitHeldBack();
		assertThat(progress(true).current()).singleElement()
			.satisfies((current) -> assertThat(current.state()).isEqualTo("Assemble"))
			.satisfies((current) -> assertThat(current.attempts()).isEqualTo(3))
			.satisfies((current) -> assertThat(current.waitsFor()).isEqualTo(Progress.Waits.WORKER));
	}

	@Test
	void tellsThatItLetsTimePass() {
		this.workers.askPeople();
		start();
		this.machine.awaitReview(1);
		this.machine.decide("{\"decision\": \"DEFER\"}");
		await().untilAsserted(() -> assertThat(progress(true).current()).singleElement()
			.satisfies((current) -> assertThat(current.state()).isEqualTo(Progress.DEFERRED))
			.satisfies((current) -> assertThat(current.waitsFor()).isEqualTo(Progress.Waits.TIME)));
	}

	@Test
	void namesStatesThatExist() {
		assertThat(DefinedStates.ofRepository().states()).containsKeys(Progress.REVIEW, Progress.DEFERRED);
	}

	private void start() {
		this.arn = this.machine.start(Works.aDraft().id() + "-7", WholeMachineTests.inputOf("FULL"));
	}

	private Progress progress(boolean running) {
		return Progress.of(
				new SfnExecutions(this.machine.sfn(), () -> Optional.of(this.machine.machineArn())).history(this.arn),
				running);
	}

}

package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentTask;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(30)
final class PerformTaskTests {

	private static final PayloadSchemas SCHEMAS = new PayloadSchemas((name) -> Optional.ofNullable(Map.of(
			"listen.input", """
					{"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"]}""",
			"listen.output", """
					{"type": "object", "properties": {"heard": {"type": "string"}}, "additionalProperties": false}""")
		.get(name)));

	private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

	private final ExecutorService beats = Executors.newVirtualThreadPerTaskExecutor();

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	private final TokensInMemory tokens = new TokensInMemory();

	private final List<String> worked = new ArrayList<>();

	@AfterEach
	void stop() {
		this.heart.shutdownNow();
		this.beats.shutdownNow();
	}

	@Test
	void answersWithWhatTheWorkerFound() {
		perform((input) -> Map.of("heard", input.word()));
		assertThat(this.tokens.answers()).containsExactly("token-1 succeeded {\"heard\":\"hoshi\"}");
	}

	@Test
	void leavesOutWhatIsAbsent() {
		perform((input) -> new Heard(null));
		assertThat(this.tokens.answers()).containsExactly("token-1 succeeded {}");
	}

	@Test
	void namesAPermanentFailureByItsCode() {
		perform((input) -> {
			throw new PermanentFailure("unknown_anime", "No entry");
		});
		assertThat(this.tokens.answers()).containsExactly("token-1 failed unknown_anime: No entry");
	}

	@Test
	void tellsAFailureThatMayPassFromARequestToWait() {
		perform((input) -> {
			throw new RetryableFailure("overloaded", null);
		});
		perform((input) -> {
			throw new RetryableFailure("asked to wait", null, Duration.ofSeconds(30));
		});
		assertThat(this.tokens.answers()).containsExactly("token-1 failed Retryable: overloaded",
				"token-1 failed Throttled: asked to wait");
	}

	@Test
	void letsTheDefinitionDecideAboutTheUnexpected() {
		perform((input) -> {
			throw new IllegalStateException();
		});
		assertThat(this.tokens.answers()).containsExactly("token-1 failed Retryable: no message");
	}

	@Test
	void refusesWorkNobodyDoes() {
		performTask((input) -> "").handle(task("unheard-of", Map.of()));
		assertThat(this.tokens.answers()).containsExactly("token-1 failed unknown_task: Nobody does unheard-of");
	}

	@Test
	void refusesAnInputThatDoesNotFitItsSchema() {
		performTask((input) -> "").handle(task("listen", Map.of("word", List.of("no", "word"))));
		assertThat(this.tokens.answers()).singleElement()
			.asString()
			.startsWith("token-1 failed SchemaViolation: listen.input at '/word': ");
		assertThat(this.worked).isEmpty();
	}

	@Test
	void refusesAnAnswerThatDoesNotFitItsSchema() {
		perform((input) -> Map.of("heared", input.word()));
		assertThat(this.worked).hasSize(1);
		assertThat(this.tokens.answers()).singleElement()
			.asString()
			.startsWith("token-1 failed SchemaViolation: listen.output at '': ")
			.contains("heared");
	}

	@Test
	void refusesAWorkerWithoutSchemas() {
		assertThatIllegalStateException()
			.isThrownBy(() -> new PerformTask(List.of(new Listener((input) -> "")),
					new PayloadSchemas((name) -> Optional.empty()), this.tokens,
					new Heartbeats(this.tokens, this.heart, this.beats, Duration.ofHours(1)), this.metrics))
			.withMessageContaining("listen.input");
	}

	@Test
	void refusesAnAnswerThatStepFunctionsWouldRefuse() {
		perform((input) -> Map.of("heard", "\u661f".repeat(90_000)));
		assertThat(this.tokens.answers()).singleElement()
			.asString()
			.startsWith("token-1 failed OutputTooLarge: The answer to listen has 270012 bytes");
	}

	@Test
	void tellsHowLongTheWorkAndItsChecksTook() {
		perform((input) -> Map.of("heard", "hoshi"));
		assertThat(List.of("schema", "work", "answer")).allSatisfy((part) -> assertThat(
				this.metrics.get(PerformTask.TIMER).tags("task", "listen", "part", part).timer().count())
			.isPositive());
	}

	@Test
	void doesNothingForATokenNobodyWaitsFor() {
		this.tokens.lose("token-1");
		perform((input) -> Map.of());
		assertThat(this.worked).isEmpty();
		assertThat(this.tokens.answers()).isEmpty();
	}

	@Test
	void dropsAnAnswerThatComesTooLate() {
		perform((input) -> {
			this.tokens.lose("token-1");
			return Map.of();
		});
		assertThat(this.worked).hasSize(1);
		assertThat(this.tokens.answers()).isEmpty();
	}

	@Test
	void comesBackWhenTheAnswerCannotBeGiven() {
		this.tokens.goDeaf();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> perform((input) -> Map.of()));
	}

	@Test
	void saysThatItIsAliveUntilItIsDone() {
		CountDownLatch alive = new CountDownLatch(3);
		performTask(waitingFor(alive), new CountedTokens(this.tokens, alive), Duration.ofMillis(5))
			.handle(task("listen", Map.of("word", "hoshi")));
		assertThat(this.tokens.heartbeats().size()).isGreaterThanOrEqualTo(3);
		int beats = this.tokens.heartbeats().size();
		await().during(Duration.ofMillis(50)).until(() -> this.tokens.heartbeats().size() <= beats + 1);
	}

	private static Function<Word, Object> waitingFor(CountDownLatch latch) {
		return (input) -> {
			CountedTokens.uninterrupted(latch);
			return Map.of();
		};
	}

	private void perform(Function<Word, Object> work) {
		performTask(work).handle(task("listen", Map.of("word", "hoshi")));
	}

	private PerformTask performTask(Function<Word, Object> work) {
		return performTask(work, this.tokens, Duration.ofHours(1));
	}

	private PerformTask performTask(Function<Word, Object> work, TaskTokens answers, Duration beat) {
		return new PerformTask(List.of(new Listener(work)), SCHEMAS, answers,
				new Heartbeats(answers, this.heart, this.beats, beat), this.metrics);
	}

	private static EnrichmentTask task(String name, Map<String, Object> input) {
		return new EnrichmentTask("token-1", name, "execution-1", Works.aDraft().id(), input);
	}

	private record Word(String word) {
	}

	private record Heard(@Nullable String word) {
	}

	private final class Listener implements TaskWorker<Word> {

		private final Function<Word, Object> work;

		private Listener(Function<Word, Object> work) {
			this.work = work;
		}

		@Override
		public String task() {
			return "listen";
		}

		@Override
		public Class<Word> inputType() {
			return Word.class;
		}

		@Override
		public Object work(TaskRun run, Word input) {
			PerformTaskTests.this.worked.add(run.execution());
			return this.work.apply(input);
		}

	}

}

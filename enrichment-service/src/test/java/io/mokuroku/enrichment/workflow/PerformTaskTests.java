package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentTask;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

final class PerformTaskTests {

	private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

	private final TokensInMemory tokens = new TokensInMemory();

	private final List<String> worked = new ArrayList<>();

	@AfterEach
	void stop() {
		this.heart.shutdownNow();
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
	void refusesAnInputItCannotRead() {
		performTask((input) -> "").handle(task("listen", Map.of("word", List.of("no", "word"))));
		assertThat(this.tokens.answers()).containsExactly("token-1 failed invalid_input: Not an input of listen");
		assertThat(this.worked).isEmpty();
	}

	@Test
	void doesNothingForATokenNobodyWaitsFor() {
		this.tokens.lose("token-1");
		perform((input) -> "");
		assertThat(this.worked).isEmpty();
		assertThat(this.tokens.answers()).isEmpty();
	}

	@Test
	void dropsAnAnswerThatComesTooLate() {
		perform((input) -> {
			this.tokens.lose("token-1");
			return "";
		});
		assertThat(this.worked).hasSize(1);
		assertThat(this.tokens.answers()).isEmpty();
	}

	@Test
	void comesBackWhenTheAnswerCannotBeGiven() {
		this.tokens.goDeaf();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> perform((input) -> ""));
	}

	@Test
	void saysThatItIsAliveUntilItIsDone() {
		CountDownLatch alive = new CountDownLatch(3);
		PerformTask performTask = new PerformTask(List.of(new Listener((input) -> {
			try {
				alive.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return "";
		})), new TaskTokens() {

			@Override
			public boolean heartbeat(String token) {
				boolean heard = PerformTaskTests.this.tokens.heartbeat(token);
				alive.countDown();
				return heard;
			}

			@Override
			public boolean succeed(String token, String output) {
				return PerformTaskTests.this.tokens.succeed(token, output);
			}

			@Override
			public boolean fail(String token, String error, String cause) {
				return PerformTaskTests.this.tokens.fail(token, error, cause);
			}

		}, this.heart, Duration.ofMillis(5));
		performTask.handle(task("listen", Map.of("word", "hoshi")));
		assertThat(this.tokens.heartbeats().size()).isGreaterThanOrEqualTo(3);
		int beats = this.tokens.heartbeats().size();
		await().during(Duration.ofMillis(50)).until(() -> this.tokens.heartbeats().size() <= beats + 1);
	}

	private void perform(Function<Word, Object> work) {
		performTask(work).handle(task("listen", Map.of("word", "hoshi")));
	}

	private PerformTask performTask(Function<Word, Object> work) {
		return new PerformTask(List.of(new Listener(work)), this.tokens, this.heart, Duration.ofHours(1));
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

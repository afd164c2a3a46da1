package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
final class HeartbeatsTests {

	private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

	private final ExecutorService beats = Executors.newVirtualThreadPerTaskExecutor();

	private final TokensInMemory tokens = new TokensInMemory();

	@AfterEach
	void stop() {
		this.heart.shutdownNow();
		this.beats.shutdownNow();
	}

	@Test
	void beatsForOneTaskWhileTheBeatOfAnotherHangs() throws Exception {
		CountDownLatch hanging = new CountDownLatch(1);
		CountDownLatch alive = new CountDownLatch(4);
		CountDownLatch never = new CountDownLatch(1);
		Heartbeats heartbeats = new Heartbeats(
				new TokensThatHang("token-1", hanging, never, new CountedTokens(this.tokens, alive)), this.heart,
				this.beats, Duration.ofMillis(5));
		try (Heartbeats.Beating _ = heartbeats.begin(task("token-1"))) {
			hanging.await();
			try (Heartbeats.Beating _ = heartbeats.begin(task("token-2"))) {
				alive.await();
			}
		}
		assertThat(this.tokens.heartbeats()).containsOnly("token-2");
		never.countDown();
	}

	@Test
	void goesOnAfterABeatThatFailed() {
		CountDownLatch alive = new CountDownLatch(2);
		TaskTokens throttled = new ThrottledTokens(new CountedTokens(this.tokens, alive));
		try (Heartbeats.Beating _ = new Heartbeats(throttled, this.heart, this.beats, Duration.ofMillis(5))
			.begin(task("token-1"))) {
			CountedTokens.uninterrupted(alive);
		}
		assertThat(this.tokens.heartbeats()).hasSizeGreaterThanOrEqualTo(2);
	}

	private static EnrichmentTask task(String token) {
		return new EnrichmentTask(token, "listen", "execution-1", Works.aDraft().id(), Map.of());
	}

	/** The heartbeat of one token never comes back until it is let go. */
	private record TokensThatHang(String token, CountDownLatch hanging, CountDownLatch never,
			TaskTokens others) implements TaskTokens {

		@Override
		public boolean heartbeat(String beating) {
			if (beating.equals(this.token)) {
				this.hanging.countDown();
				CountedTokens.uninterrupted(this.never);
				return true;
			}
			return this.others.heartbeat(beating);
		}

		@Override
		public boolean succeed(String answered, String output) {
			return this.others.succeed(answered, output);
		}

		@Override
		public boolean fail(String answered, String error, String cause) {
			return this.others.fail(answered, error, cause);
		}

	}

}

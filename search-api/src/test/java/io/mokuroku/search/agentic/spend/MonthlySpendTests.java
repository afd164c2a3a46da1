package io.mokuroku.search.agentic.spend;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

final class MonthlySpendTests {

	private static final long DOLLAR = 1_000_000_000;

	private final LocalRedis redis = LocalRedis.start();

	private final LettuceConnectionFactory connection = this.redis.connect();

	private Instant now = Instant.parse("2026-11-27T12:00:00Z");

	private final InstantSource clock = () -> this.now;

	@AfterEach
	void close() {
		this.connection.destroy();
		this.redis.close();
	}

	@Test
	void instancesTogetherNeverPassTheCeiling() throws Exception {
		List<MonthlySpend> instances = List.of(spend(), spend(), spend());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Integer>> calls = new ArrayList<>();
			for (int i = 0; i < 60; i++) {
				MonthlySpend instance = instances.get(i % 3);
				calls.add(() -> instance.take(DOLLAR / 2).isPresent() ? 1 : 0);
			}
			int taken = 0;
			for (Future<Integer> call : threads.invokeAll(calls)) {
				taken += call.get();
			}
			assertThat(taken).as("ten dollars in halves").isEqualTo(20);
		}
		assertThat(instances).allMatch((instance) -> instance.take(1).isEmpty());
	}

	@Test
	void givesBackWhatACallDidNotCost() {
		MonthlySpend spend = spend();
		MonthlySpend.Taken taken = spend.take(10 * DOLLAR).orElseThrow();
		assertThat(spend.take(1)).isEmpty();
		spend.settle(taken, DOLLAR);
		assertThat(spend.spentUsd()).isEqualByComparingTo("1");
		assertThat(spend().take(9 * DOLLAR)).isPresent();
	}

	@Test
	void countsWhatACallDidCostBeyondTheCeiling() {
		MonthlySpend spend = spend();
		spend.settle(spend.take(9 * DOLLAR).orElseThrow(), 12 * DOLLAR);
		assertThat(spend.spentUsd()).isEqualByComparingTo("12");
		assertThat(spend().take(1)).isEmpty();
	}

	@Test
	void anotherMonthBeginsWithNothing() {
		MonthlySpend spend = spend();
		MonthlySpend.Taken late = spend.take(10 * DOLLAR).orElseThrow();
		this.now = Instant.parse("2026-12-01T00:00:00Z");
		assertThat(spend.spentUsd()).isEqualByComparingTo("0");
		spend.settle(late, DOLLAR);
		assertThat(spend.take(10 * DOLLAR)).as("what November did not cost is no money of December").isPresent();
		assertThat(spend.take(1)).isEmpty();
	}

	@Test
	void aloneItTakesItThatTheOthersSpendAsMuch() {
		MonthlySpend first = spend();
		first.take(4 * DOLLAR);
		this.redis.stop();
		assertThat(first.take(DOLLAR)).as("three instances, six dollars left").isPresent();
		assertThat(first.take(DOLLAR)).isPresent();
		assertThat(first.take(1)).isEmpty();
		assertThat(first.spentUsd()).isEqualByComparingTo("6");
		try (LocalRedis _ = LocalRedis.startAt(this.redis.port())) {
			this.now = this.now.plusSeconds(5);
			assertThat(taken(first, 4 * DOLLAR)).as("Redis has lost the month, the instance has not").isPresent();
			assertThat(first.take(1)).isEmpty();
			assertThat(spend().take(1)).as("and tells the others").isEmpty();
		}
	}

	@Test
	void givesBackAloneOnlyWhatWasTakenAlone() {
		MonthlySpend spend = spend();
		MonthlySpend.Taken together = spend.take(3 * DOLLAR).orElseThrow();
		this.redis.stop();
		MonthlySpend.Taken alone = spend.take(DOLLAR).orElseThrow();
		spend.settle(alone, 0);
		assertThat(spend.spentUsd()).isEqualByComparingTo("3");
		spend.settle(together, DOLLAR);
		assertThat(spend.spentUsd()).as("Redis may have heard of it").isEqualByComparingTo("3");
	}

	@Test
	void letsNobodyWaitForACallThatWaitsForRedis() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		LettuceConnectionFactory silent = new LettuceConnectionFactory() {

			@Override
			public RedisConnection getConnection() {
				asked.countDown();
				try {
					answered.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				throw new RedisConnectionFailureException("away");
			}

		};
		MonthlySpend spend = new MonthlySpend(SharedState.in(silent, this.clock), BigDecimal.TEN, 3, this.clock);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Optional<MonthlySpend.Taken>> slow = threads.submit(() -> spend.take(DOLLAR));
			asked.await();
			Future<BigDecimal> spent = threads.submit(spend::spentUsd);
			assertThat(spent.get(10, TimeUnit.SECONDS)).isZero();
			assertThat(slow).isNotDone();
			answered.countDown();
			assertThat(slow.get()).as("alone").isPresent();
		}
	}

	@Test
	void withoutAnyRedisAnInstanceHasItsShare() {
		MonthlySpend alone = new MonthlySpend(SharedState.none(), BigDecimal.TEN, 3, this.clock);
		assertThat(alone.take(3 * DOLLAR)).isPresent();
		assertThat(alone.take(DOLLAR)).isEmpty();
	}

	@Test
	void keepsTheMonthUnderOneKeyThatExpires() {
		spend().take(DOLLAR);
		try (RedisConnection opened = this.connection.getConnection()) {
			byte[] key = "u1:bedrock:~spend:2026-11:0".getBytes(StandardCharsets.UTF_8);
			assertThat(new String(opened.stringCommands().get(key), StandardCharsets.UTF_8)).isEqualTo("1000000000");
			assertThat(opened.keyCommands().ttl(key)).isBetween(31L * 86_400, 62L * 86_400);
		}
	}

	/** The client finds Redis again after a moment. */
	private Optional<MonthlySpend.Taken> taken(MonthlySpend spend, long nanos) {
		for (int i = 0; i < 50; i++) {
			Optional<MonthlySpend.Taken> taken = spend.take(nanos);
			if (taken.isPresent()) {
				return taken;
			}
			this.now = this.now.plusSeconds(2);
			Thread.onSpinWait();
		}
		return Optional.empty();
	}

	private MonthlySpend spend() {
		return new MonthlySpend(SharedState.in(this.connection, this.clock), BigDecimal.TEN, 3, this.clock);
	}

}

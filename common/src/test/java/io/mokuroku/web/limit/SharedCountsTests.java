package io.mokuroku.web.limit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.mokuroku.testing.LocalRedis;
import io.mokuroku.testing.Loopback;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances that count in one Redis, which lies behind a connection that can be cut
 * and slowed down.
 */
final class SharedCountsTests {

	private static final Duration SOON = Duration.ofSeconds(15);

	private static final Quota TEN_AN_HOUR = new Quota(10, Duration.ofHours(1));

	private static LocalRedis redis;

	private static Loopback line;

	private static LettuceConnectionFactory one;

	private static LettuceConnectionFactory other;

	private static SharedCounts first;

	private static SharedCounts second;

	@BeforeAll
	static void start() {
		redis = LocalRedis.start();
		line = Loopback.to(redis.port());
		LettuceConnectionFactory known = LocalRedis.connect(line.port());
		one = PromptRedis.like(known, Duration.ofMillis(250));
		other = PromptRedis.like(known, Duration.ofMillis(250));
		known.destroy();
		first = new SharedCounts(SharedState.in(one, InstantSource.system()), InstantSource.system());
		second = new SharedCounts(SharedState.in(other, InstantSource.system()), InstantSource.system());
	}

	@AfterAll
	static void stop() {
		one.destroy();
		other.destroy();
		line.close();
		redis.close();
	}

	@Test
	void holdOverTwoInstancesThatTakeTurns() {
		awaitTogether();
		for (int i = 0; i < 10; i++) {
			Count count = ((i % 2 == 0) ? first : second).take("read", "turns", TEN_AN_HOUR);
			assertThat(count.granted()).isTrue();
			assertThat(count.remaining()).isEqualTo(9 - i);
		}
		for (SharedCounts each : List.of(first, second)) {
			Count refused = each.take("read", "turns", TEN_AN_HOUR);
			assertThat(refused.granted()).isFalse();
			assertThat(refused.together()).isTrue();
			assertThat(refused.pause()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
			assertThat(refused.whole()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
		}
		assertThat(first.take("read", "somebody else", TEN_AN_HOUR).granted()).isTrue();
		assertThat(first.take("search", "turns", TEN_AN_HOUR).granted()).as("another class").isTrue();
	}

	@Test
	void comeBackOneByOne() {
		awaitTogether();
		Quota fast = new Quota(4, Duration.ofSeconds(1));
		for (int i = 0; i < 4; i++) {
			first.take("read", "fast", fast);
		}
		await().atMost(SOON).until(() -> second.take("read", "fast", fast).granted());
	}

	@Test
	void lieUnderKeysOfTheOneForm() {
		awaitTogether();
		first.take("read", "2001:db8::/64", TEN_AN_HOUR);
		first.take("write", "client|some body*", TEN_AN_HOUR);
		try (RedisConnection connection = one.getConnection()) {
			Set<byte[]> keys = Objects
				.requireNonNull(connection.keyCommands().keys("*".getBytes(StandardCharsets.UTF_8)));
			assertThat(keys).hasSizeGreaterThanOrEqualTo(2).allSatisfy((key) -> {
				CacheKey parsed = CacheKey.parse(new String(key, StandardCharsets.UTF_8));
				assertThat(parsed.provider()).isEqualTo("clients");
				assertThat(connection.keyCommands().pTtl(key)).as("milliseconds left, -1 for ever").isNotEqualTo(-1L);
			});
			assertThat(connection.keyCommands()
				.exists(CacheKey.limit("write", "client|some body*").text().getBytes(StandardCharsets.UTF_8))).isTrue();
		}
	}

	@Test
	void areEachInstancesOwnWhileRedisIsAwayAndSharedAgainAfterwards() {
		awaitTogether();
		first.take("read", "outage", TEN_AN_HOUR);
		line.cut();
		for (int i = 0; i < 9; i++) {
			Count count = first.take("read", "outage", TEN_AN_HOUR);
			assertThat(count.granted()).as("goes on from what was known, " + i).isTrue();
			assertThat(count.together()).isFalse();
		}
		assertThat(first.take("read", "outage", TEN_AN_HOUR).granted()).isFalse();
		assertThat(second.take("read", "outage", TEN_AN_HOUR).granted()).as("the other counts alone").isTrue();
		line.mend();
		awaitTogether();
		assertThat(second.take("read", "outage", TEN_AN_HOUR).together()).isTrue();
	}

	@Test
	void doNotWaitForASlowRedis() {
		awaitTogether();
		line.slow(Duration.ofSeconds(3));
		try {
			Instant begin = Instant.now();
			for (int i = 0; i < 2_000; i++) {
				first.take("read", "slow-" + i, TEN_AN_HOUR);
			}
			assertThat(Duration.between(begin, Instant.now())).as("one time-out, not two thousand")
				.isLessThan(Duration.ofSeconds(2));
			assertThat(first.take("read", "slow", TEN_AN_HOUR).together()).isFalse();
		}
		finally {
			line.mend();
		}
		awaitTogether();
	}

	@Test
	void areKeptAloneWhereThereIsNoRedis() {
		SharedCounts alone = new SharedCounts(SharedState.none(), InstantSource.system());
		for (int i = 0; i < 10; i++) {
			assertThat(alone.take("read", "alone", TEN_AN_HOUR).granted()).isTrue();
		}
		assertThat(alone.take("read", "alone", TEN_AN_HOUR).granted()).isFalse();
	}

	private static void awaitTogether() {
		for (SharedCounts each : List.of(first, second)) {
			await().atMost(SOON).until(() -> each.take("read", "awaited", new Quota(100_000, SOON)).together());
		}
	}

}

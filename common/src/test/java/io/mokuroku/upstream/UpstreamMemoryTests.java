package io.mokuroku.upstream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.FakeProvider.Said;
import io.mokuroku.upstream.UpstreamFixture.Work;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * What instances remember together in one Redis.
 */
@Timeout(30)
class UpstreamMemoryTests {

	private static final LocalRedis redis = LocalRedis.start();

	private static final LettuceConnectionFactory connection = redis.connect();

	private final TurningClock clock = new TurningClock();

	private final FakeProvider provider = new FakeProvider();

	private final SharedState shared = SharedState.in(connection, this.clock);

	private final UpstreamFixture one = instance();

	private final UpstreamFixture other = instance();

	@AfterAll
	static void stop() {
		connection.destroy();
		redis.close();
	}

	@BeforeEach
	void forgetEverything() {
		LocalRedis.empty(connection);
	}

	@AfterEach
	void close() {
		this.one.close();
		this.other.close();
		this.provider.close();
	}

	@Test
	void asksOnceForAllInstances() {
		this.provider.says(200, UpstreamFixture.work("Hoshi no Tegami", AiringStatus.ONGOING));
		Answer<Work> first = this.one.find(1).orElseThrow();
		this.clock.turn(Duration.ofHours(5));
		Answer<Work> second = this.other.find(1).orElseThrow();
		assertThat(second).isEqualTo(first);
		assertThat(second.stale()).isFalse();
		assertThat(this.provider.requests()).hasSize(1);
		assertThat(this.other.answers("kept")).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "ONGOING,PT6H", "UPCOMING,P1D", "FINISHED,P3D", "CANCELLED,P21D" })
	void believesAnAnswerTheLongerTheLessItChanges(AiringStatus status, Duration fresh) {
		this.provider.says(200, UpstreamFixture.work("Old", status));
		this.one.find(1);
		this.clock.turn(fresh.minusSeconds(1));
		assertThat(this.one.find(1).orElseThrow().stale()).isFalse();
		assertThat(this.provider.requests()).hasSize(1);
		this.clock.turn(Duration.ofSeconds(1));
		assertThat(this.one.find(1).orElseThrow().stale()).isTrue();
		await().untilAsserted(() -> assertThat(this.provider.requests()).hasSize(2));
	}

	@Test
	void givesAnOldAnswerAtOnceAndFetchesANewOneMeanwhile() {
		Instant before = this.clock.instant();
		this.provider.says(200, UpstreamFixture.work("Old", AiringStatus.ONGOING));
		this.one.find(1);
		this.clock.turn(Duration.ofHours(6));
		this.provider.says(200, UpstreamFixture.work("New", AiringStatus.ONGOING));
		assertThat(this.one.find(1).orElseThrow())
			.isEqualTo(new Answer<>(new Work("Old", AiringStatus.ONGOING), before, true));
		await().untilAsserted(() -> assertThat(this.other.find(1).orElseThrow())
			.isEqualTo(new Answer<>(new Work("New", AiringStatus.ONGOING), this.clock.instant(), false)));
	}

	@Test
	void givesAnOldAnswerWithItsAgeWhileAProviderIsDownForADay() {
		Instant before = this.clock.instant();
		this.provider.says(200, UpstreamFixture.work("Old", AiringStatus.ONGOING));
		this.one.find(1);
		this.provider.says(Said.status(503));
		this.clock.turn(Duration.ofDays(1));
		Answer<Work> answer = this.one.find(1).orElseThrow();
		assertThat(answer.fetchedAt()).isEqualTo(before);
		assertThat(answer.stale()).isTrue();
		assertThat(this.one.answers("instead")).isEqualTo(1);
		this.clock.turn(Duration.ofDays(2));
		assertThat(catchThrowableOfType(RetryableFailure.class, () -> this.one.find(1))).isNotNull();
	}

	@Test
	void givesNothingOldToThoseWhoExpectNews() {
		this.provider.says(200, UpstreamFixture.work("Old", AiringStatus.FINISHED));
		this.one.find(1);
		this.clock.turn(Duration.ofMinutes(5));
		assertThat(this.one.findNews(1, Duration.ofMinutes(5))).isPresent();
		assertThat(this.provider.requests()).hasSize(1);
		this.clock.turn(Duration.ofMinutes(1));
		this.provider.says(Said.status(503));
		assertThat(catchThrowableOfType(RetryableFailure.class, () -> this.one.findNews(1, Duration.ofMinutes(5))))
			.isNotNull();
	}

	@Test
	void believesForAWeekThatAProviderDoesNotHaveSomething() {
		this.provider.says(404, "{}");
		assertThat(this.one.find(1)).isEmpty();
		this.clock.turn(Duration.ofDays(7).minusSeconds(1));
		assertThat(this.other.find(1)).isEmpty();
		assertThat(this.provider.requests()).hasSize(1);
		this.clock.turn(Duration.ofHours(2));
		this.provider.says(200, UpstreamFixture.work("New", AiringStatus.ONGOING));
		assertThat(this.other.find(1)).isPresent();
	}

	@Test
	void asksOnlyWhetherSomethingChanged() {
		String work = UpstreamFixture.work("Same", AiringStatus.ONGOING);
		this.provider.does((exchange) -> "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
				? Said.status(304) : new Said(200, work, Map.of("ETag", "\"v1\"")));
		this.one.find(1);
		this.clock.turn(Duration.ofHours(8));
		assertThat(this.one.find(1).orElseThrow())
			.isEqualTo(new Answer<>(new Work("Same", AiringStatus.ONGOING), this.clock.instant(), false));
		this.clock.turn(Duration.ofHours(5));
		assertThat(this.other.find(1).orElseThrow().stale()).isFalse();
		assertThat(this.provider.requests()).hasSize(2);
		assertThat(this.one.calls("unchanged")).isEqualTo(1);
	}

	@Test
	void letsThoseWhoAskTheSameAtOnceShareOneCall() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		this.provider.does((_) -> {
			arrived.countDown();
			await().until(() -> go.getCount() == 0);
			return new Said(200, UpstreamFixture.work("Shared", AiringStatus.ONGOING), Map.of());
		});
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> titles = new ArrayList<>();
			for (int callerNumber = 0; callerNumber < 5; callerNumber++) {
				titles.add(callers.submit(() -> this.one.find(1).orElseThrow().value().title()));
			}
			arrived.await();
			go.countDown();
			for (Future<String> title : titles) {
				assertThat(title.get()).isEqualTo("Shared");
			}
		}
		assertThat(this.provider.requests()).hasSize(1);
	}

	@Test
	void forgetsAnAnimeOrAProviderOnDemand() throws Away {
		AnswerCache cache = new AnswerCache(this.shared);
		this.provider.says(200, UpstreamFixture.work("Some", AiringStatus.FINISHED));
		this.one.find(1);
		this.one.find(2);
		assertThat(cache.forget("kitsu", "1")).isEqualTo(1);
		this.one.find(1);
		this.one.find(2);
		assertThat(this.provider.requests()).hasSize(3);
		assertThat(cache.forgetAll("jikan")).isZero();
		assertThat(cache.forgetAll("kitsu")).isEqualTo(2);
		this.one.find(2);
		assertThat(this.provider.requests()).hasSize(4);
	}

	@Test
	void leavesAProviderAloneFromAllInstances() {
		this.provider.says(Said.status(429).with("Retry-After", "600"));
		for (UpstreamFixture instance : List.of(this.one, this.other)) {
			RetryableFailure failure = catchThrowableOfType(RetryableFailure.class, () -> instance.find(1));
			assertThat(Objects.requireNonNull(failure).notBefore()).isBetween(Duration.ofMinutes(9),
					Duration.ofMinutes(10));
		}
		assertThat(this.provider.requests()).hasSize(1);
	}

	@Test
	void writesNoKeyThatIsNotOfTheDocumentedForm() {
		this.provider.says(Said.status(404));
		this.one.find(1);
		this.provider
			.says(new Said(200, UpstreamFixture.work("Some", AiringStatus.ONGOING), Map.of("X-RateLimit-Remaining", "0",
					"X-RateLimit-Reset", Long.toString(this.clock.instant().plusSeconds(9).getEpochSecond()))));
		this.one.find(2);
		try (RedisConnection all = connection.getConnection()) {
			assertThat(all.keyCommands().keys("*".getBytes(StandardCharsets.UTF_8)))
				.extracting((key) -> new String(key, StandardCharsets.UTF_8))
				.allSatisfy((key) -> assertThat(CacheKey.parse(key).text()).isEqualTo(key))
				.containsExactlyInAnyOrder("u1:kitsu:anime:1:1", "u1:kitsu:anime:2:1", "u1:kitsu:~answers:1:0",
						"u1:kitsu:~answers:2:0", "u1:kitsu:~budget:all:0");
		}
	}

	@Test
	void worksOnWithoutMemoryWhenRedisGoesAway() {
		this.provider.says(200, UpstreamFixture.work("Some", AiringStatus.ONGOING));
		try (LocalRedis mortal = LocalRedis.start()) {
			LettuceConnectionFactory ownConnection = mortal.connect();
			try (UpstreamFixture instance = new UpstreamFixture(this.provider, Dialects.http(),
					SharedState.in(ownConnection, this.clock), RawResponses.none(), this.clock)) {
				assertThat(instance.find(1)).isPresent();
				mortal.stop();
				assertThat(instance.find(1)).isPresent();
				assertThat(instance.find(1)).isPresent();
			}
			ownConnection.destroy();
		}
		assertThat(this.provider.requests()).hasSize(3);
	}

	private UpstreamFixture instance() {
		return new UpstreamFixture(this.provider, Dialects.http(), this.shared, RawResponses.none(), this.clock);
	}

}

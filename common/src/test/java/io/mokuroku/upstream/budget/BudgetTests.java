package io.mokuroku.upstream.budget;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.TurningClock;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Budgets of several instances that count in one Redis.
 */
@Timeout(30)
class BudgetTests {

	private static final Waiting IMPATIENT = new Waiting(Duration.ZERO, 8, Duration.ofSeconds(30), 2);

	private static final Waiting PATIENT = new Waiting(Duration.ofSeconds(5), 8, Duration.ofSeconds(30), 2);

	private static final Limits TWO_A_MINUTE = new Limits(List.of(new Window(2, Duration.ofMinutes(1))), 8,
			Duration.ZERO);

	private static LocalRedis redis;

	private final List<LettuceConnectionFactory> connections = new ArrayList<>();

	private final String provider = "p" + UUID.randomUUID().toString().replace("-", "");

	@BeforeAll
	static void start() {
		redis = LocalRedis.start();
	}

	@AfterAll
	static void stop() {
		redis.close();
	}

	@AfterEach
	void disconnect() {
		this.connections.forEach(LettuceConnectionFactory::destroy);
	}

	@Test
	void countsTheCallsOfAllInstances() throws NoTurn {
		Budget one = instance(TWO_A_MINUTE, IMPATIENT);
		Budget other = instance(TWO_A_MINUTE, IMPATIENT);
		one.take().close();
		other.take().close();
		for (Budget budget : List.of(one, other)) {
			NoTurn refusal = refusal(budget);
			assertThat(refusal.paused()).isFalse();
			assertThat(refusal.comeBackAfter()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(61));
		}
	}

	@Test
	void tellsHowMuchIsLeftForAllInstances() throws NoTurn {
		Limits limits = new Limits(
				List.of(new Window(4, Duration.ofMinutes(1)), new Window(100, Duration.ofMinutes(1))), 8,
				Duration.ZERO);
		Budget one = instance(limits, IMPATIENT);
		Budget other = instance(limits, IMPATIENT);
		assertThat(other.left()).isEqualTo(1);
		one.take().close();
		try (Budget.Ticket _ = one.take()) {
			assertThat(other.left()).isEqualTo(0.5);
		}
		assertThat(other.left()).as("looking takes nothing").isEqualTo(0.5);
		one.pause(Duration.ofMinutes(1));
		assertThat(other.left()).isZero();
	}

	@Test
	void waitsForATurnThatComesSoon() throws NoTurn {
		Limits limits = new Limits(List.of(new Window(1, Duration.ofMillis(300))), 8, Duration.ZERO);
		Budget one = instance(limits, PATIENT);
		Budget other = instance(limits, PATIENT);
		one.take().close();
		long start = System.nanoTime();
		other.take().close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(250));
	}

	@Test
	void letsOneCallGoAtATimeOverAllInstances() throws NoTurn {
		Limits limits = new Limits(List.of(), 1, Duration.ZERO);
		Budget one = instance(limits, IMPATIENT);
		Budget other = instance(limits, IMPATIENT);
		try (Budget.Ticket _ = one.take()) {
			refusal(other);
		}
		other.take().close();
	}

	@Test
	void spacesCallsOverAllInstances() throws NoTurn {
		Limits limits = new Limits(List.of(), 4, Duration.ofSeconds(40));
		instance(limits, IMPATIENT).take().close();
		assertThat(refusal(instance(limits, IMPATIENT)).comeBackAfter()).isGreaterThan(Duration.ofSeconds(30));
	}

	@Test
	void endsTheCallOfAnInstanceThatIsGone() throws NoTurn {
		Limits limits = new Limits(List.of(new Window(1, Duration.ofMillis(200))), 1, Duration.ZERO);
		instance(limits, new Waiting(Duration.ZERO, 8, Duration.ofMillis(400), 2)).take();
		Budget other = instance(limits, PATIENT);
		long start = System.nanoTime();
		other.take().close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
	}

	@Test
	void stopsAllInstancesWhenAProviderWantsToBeLeftAlone() {
		Budget one = instance(Limits.NONE, IMPATIENT);
		Budget other = instance(Limits.NONE, IMPATIENT);
		one.pause(Duration.ofDays(1));
		for (Budget budget : List.of(one, other)) {
			NoTurn refusal = refusal(budget);
			assertThat(refusal.paused()).isTrue();
			assertThat(refusal.comeBackAfter()).isGreaterThan(Duration.ofHours(23));
		}
	}

	@Test
	void refusesMoreCallsThanThereArePlaces() throws NoTurn {
		Budget budget = instance(Limits.NONE, new Waiting(Duration.ZERO, 1, Duration.ofSeconds(30), 2));
		try (Budget.Ticket _ = budget.take()) {
			refusal(budget);
		}
		budget.take().close();
	}

	@Test
	void goesOnWithItsShareWithoutRedisAndHoldsBackWhenItComesAndGoes() throws NoTurn {
		TurningClock clock = new TurningClock();
		int port;
		Limits limits = new Limits(List.of(new Window(4, Duration.ofSeconds(20))), 8, Duration.ZERO);
		try (LocalRedis mortal = LocalRedis.start()) {
			port = mortal.port();
			LettuceConnectionFactory connection = mortal.connect();
			this.connections.add(connection);
			Budget budget = new Budget(this.provider, limits, IMPATIENT, SharedState.in(connection, clock), clock,
					Naps.REAL);
			budget.take().close();
			mortal.stop();
			assertThat(refusal(budget).comeBackAfter()).isEqualTo(Duration.ofSeconds(20));
			clock.turn(Duration.ofSeconds(21));
			budget.take().close();
			budget.take().close();
			refusal(budget);
			try (LocalRedis _ = LocalRedis.startAt(port)) {
				await().untilAsserted(() -> {
					clock.turn(Duration.ofSeconds(2));
					assertThat(refusal(budget).comeBackAfter()).isEqualTo(Duration.ofSeconds(20));
				});
				clock.turn(Duration.ofSeconds(20));
				budget.take().close();
			}
		}
	}

	@Test
	void keepsToOneKeyAProvider() throws Exception {
		Budget budget = instance(TWO_A_MINUTE, IMPATIENT);
		budget.take().close();
		budget.pause(Duration.ofMinutes(1));
		assertThat(shared().keys(this.provider)).containsExactly(CacheKey.budget(this.provider));
	}

	private Budget instance(Limits limits, Waiting waiting) {
		return new Budget(this.provider, limits, waiting, shared(), InstantSource.system(), Naps.REAL);
	}

	private SharedState shared() {
		LettuceConnectionFactory connection = redis.connect();
		this.connections.add(connection);
		return SharedState.in(connection, InstantSource.system());
	}

	private static NoTurn refusal(Budget budget) {
		return Objects.requireNonNull(catchThrowableOfType(NoTurn.class, budget::take));
	}

}

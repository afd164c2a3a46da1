package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locks between competitors, and between instances whose clocks differ.
 */
class ProcessingLocksTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Duration HOUR = Duration.ofHours(1);

	private final AnimeId anime = AnimeId.of(UUID.randomUUID().toString());

	@ParameterizedTest(name = "owner {0} s ahead")
	@ValueSource(ints = { -120, 0, 120 })
	void noOtherClockWithinTheSkewTakesALiveLock(int ahead) {
		Lock lock = at(NOW.plusSeconds(ahead)).tryAcquire(this.anime, "owner", HOUR).orElseThrow();
		Instant lastMoment = NOW.plus(HOUR).minusSeconds(1);
		assertThat(at(lastMoment).tryAcquire(this.anime, "other", HOUR)).isEmpty();
		assertThat(at(lastMoment.plusSeconds(ahead)).tryAcquire(this.anime, "owner", HOUR)).contains(lock);
	}

	@ParameterizedTest(name = "owner {0} s ahead")
	@ValueSource(ints = { -120, 0, 120 })
	void aLockThatWasLeftIsTakenOnceClocksCannotDisagreeAboutIt(int ahead) {
		Lock left = at(NOW.plusSeconds(ahead)).tryAcquire(this.anime, "owner", HOUR).orElseThrow();
		Instant later = NOW.plus(HOUR).plus(ProcessingLocks.CLOCK_SKEW).plusSeconds(Math.max(0, ahead) + 1);
		assertThat(at(later).tryAcquire(this.anime, "other", HOUR)).map(Lock::fencing)
			.hasValueSatisfying((fencing) -> assertThat(fencing).isGreaterThan(left.fencing()));
	}

	@Test
	void anOwnerRenewsItsOwnLockAsSoonAsItEnds() {
		Lock ended = at(NOW).tryAcquire(this.anime, "owner", HOUR).orElseThrow();
		assertThat(at(NOW.plus(HOUR).plusSeconds(1)).tryAcquire(this.anime, "owner", HOUR)).map(Lock::expiresAt)
			.hasValueSatisfying((end) -> assertThat(end).isAfter(ended.expiresAt()));
	}

	@Test
	void givesTheLockToOneOfFiftyCompetitors() throws Exception {
		ProcessingLocks locks = at(NOW);
		try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Boolean>> competitors = IntStream.range(0, 50)
				.mapToObj((number) -> (Callable<Boolean>) () -> locks
					.tryAcquire(this.anime, "owner-" + number, Duration.ofMinutes(5))
					.isPresent())
				.toList();
			int winners = 0;
			for (Future<Boolean> competitor : pool.invokeAll(competitors)) {
				winners += competitor.get() ? 1 : 0;
			}
			assertThat(winners).isEqualTo(1);
		}
	}

	@Test
	void givesTheSameLockToTheSameOwnerAndGrowsFencingOtherwise() {
		ProcessingLocks locks = at(NOW);
		Lock first = locks.tryAcquire(this.anime, "a", Duration.ofMinutes(1)).orElseThrow();
		assertThat(locks.tryAcquire(this.anime, "a", Duration.ofMinutes(1))).contains(first);
		assertThat(locks.tryAcquire(this.anime, "b", Duration.ofMinutes(1))).isEmpty();
		assertThat(locks.release(first)).isTrue();
		assertThat(locks.release(first)).isFalse();
		Lock second = locks.tryAcquire(this.anime, "b", Duration.ofMinutes(1)).orElseThrow();
		assertThat(second.fencing()).isGreaterThan(first.fencing());
	}

	private static ProcessingLocks at(Instant now) {
		return Stores.locks(LocalEngines.start().dynamo(), () -> now);
	}

}

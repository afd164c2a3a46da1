package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locks between instances whose clocks differ.
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

	private static ProcessingLocks at(Instant now) {
		return Stores.locks(LocalEngines.start().dynamo(), () -> now);
	}

}

package io.mokuroku.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.cache.Freshness;
import io.mokuroku.upstream.cache.KeptAnswer;
import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class SharedFlightsTests {

	private static final Duration DAY = Duration.ofDays(1);

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final CacheKey KEY = new CacheKey("kitsu", "anime", "1", 1);

	private static final KeptAnswer OLD = KeptAnswer.missing(NOW.minusSeconds(60), NOW);

	private static final KeptAnswer NEW = KeptAnswer.missing(NOW, NOW.plus(DAY));

	private static final String SOMEBODY = "somebody";

	private final LocalRedis redis = LocalRedis.start();

	private final LettuceConnectionFactory connection = this.redis.connect();

	private final SharedState shared = SharedState.in(this.connection, InstantSource.fixed(NOW));

	private final AnswerCache cache = new AnswerCache(this.shared);

	private int naps;

	@AfterEach
	void close() {
		this.connection.destroy();
		this.redis.close();
	}

	@Test
	void asksOnceAndLeavesNothingBehind() throws Away {
		assertThat(flights().join(KEY, OLD, () -> NEW)).isSameAs(NEW);
		assertThat(this.naps).isZero();
		assertThat(this.shared.find(KEY.flight())).isEmpty();
	}

	@Test
	void waitsForWhatAnotherInstanceGets() throws Away {
		this.shared.claim(KEY.flight(), SOMEBODY, DAY);
		keep(OLD);
		KeptAnswer got = new SharedFlights(this.shared, this.cache, (time) -> {
			if (++this.naps == 3) {
				keep(NEW);
			}
		}).join(KEY, OLD, () -> {
			throw new AssertionError("must not ask");
		});
		assertThat(got.fetchedAt()).isEqualTo(NOW);
		assertThat(this.naps).isEqualTo(3);
	}

	@Test
	void asksItselfWhereTheOtherFails() throws Away {
		this.shared.claim(KEY.flight(), SOMEBODY, DAY);
		KeptAnswer got = new SharedFlights(this.shared, this.cache, (time) -> {
			if (++this.naps == 2) {
				remove();
			}
		}).join(KEY, null, () -> NEW);
		assertThat(got).isSameAs(NEW);
		assertThat(this.naps).isEqualTo(2);
	}

	@Test
	void asksItselfWhereTheOtherIsSilentForTooLong() throws Away {
		this.shared.claim(KEY.flight(), SOMEBODY, DAY);
		assertThat(flights().join(KEY, OLD, () -> NEW)).isSameAs(NEW);
		assertThat(this.naps).isEqualTo(100);
		assertThat(this.shared.find(KEY.flight())).as("what is another's stays").isPresent();
	}

	@Test
	void letsOthersAskAfterAFailure() throws Away {
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> flights().join(KEY, null, () -> {
			throw new RetryableFailure("away", null);
		}));
		assertThat(this.shared.find(KEY.flight())).isEmpty();
	}

	@Test
	void asksForItselfWithoutRedis() {
		SharedState none = SharedState.none();
		assertThat(new SharedFlights(none, new AnswerCache(none), (time) -> this.naps++).join(KEY, null, () -> NEW))
			.isSameAs(NEW);
		assertThat(this.naps).isZero();
	}

	private SharedFlights flights() {
		return new SharedFlights(this.shared, this.cache, (time) -> this.naps++);
	}

	private void keep(KeptAnswer answer) {
		this.cache.keep(KEY, answer, new Freshness(DAY, DAY, DAY, DAY, DAY, DAY, DAY), NOW);
	}

	private void remove() {
		try {
			this.shared.remove(List.of(KEY.flight()));
		}
		catch (Away ex) {
			throw new AssertionError(ex);
		}
	}

}

package io.mokuroku.enrichment.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.cache.Freshness;
import io.mokuroku.upstream.cache.KeptAnswer;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.web.ApiProblem;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UpstreamCacheControllerTests {

	private static final Duration DAY = Duration.ofDays(1);

	private static final Freshness FRESHNESS = new Freshness(DAY, DAY, DAY, DAY, DAY, DAY, DAY);

	@Test
	void forgetsWhatAProviderSaid() {
		try (LocalRedis redis = LocalRedis.start()) {
			LettuceConnectionFactory connection = redis.connect();
			AnswerCache cache = new AnswerCache(SharedState.in(connection, InstantSource.system()));
			UpstreamCacheController controller = new UpstreamCacheController(cache);
			CacheKey one = keep(cache, "1", 1);
			CacheKey nextPage = keep(cache, "1", 2);
			CacheKey other = keep(cache, "2", 1);
			assertThat(controller.forget("kitsu", "1").answers()).isEqualTo(2);
			assertThat(cache.find(one)).isEmpty();
			assertThat(cache.find(nextPage)).isEmpty();
			assertThat(cache.find(other)).isPresent();
			assertThat(controller.forgetAll("kitsu").answers()).isEqualTo(1);
			assertThat(cache.find(other)).isEmpty();
			connection.destroy();
		}
	}

	@Test
	void saysThatNothingCanBeForgottenNow() {
		UpstreamCacheController controller = new UpstreamCacheController(new AnswerCache(SharedState.none()));
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> controller.forget("kitsu", "1"))
			.extracting(ApiProblem::status)
			.isEqualTo(503);
	}

	@Test
	void knowsNoOtherProviders() {
		UpstreamCacheController controller = new UpstreamCacheController(new AnswerCache(SharedState.none()));
		assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> controller.forgetAll("*"))
			.extracting(ApiProblem::status)
			.isEqualTo(404);
	}

	private static CacheKey keep(AnswerCache cache, String id, int page) {
		Instant now = Instant.now();
		CacheKey key = new CacheKey("kitsu", "episodes", id, page);
		cache.keep(key, new KeptAnswer(false, now, now.plus(DAY), "", "", "{}".getBytes(StandardCharsets.UTF_8)),
				FRESHNESS, now);
		return key;
	}

}

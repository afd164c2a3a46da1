package io.mokuroku.enrichment.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.cache.Freshness;
import io.mokuroku.upstream.cache.KeptAnswer;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

final class ForgetAnswersTests {

	private static final Duration DAY = Duration.ofDays(1);

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final AnimeEntry entry = Entries.aDraft("Hoshi no Tegami", "MYANIMELIST#1", "KITSU#2", "ANILIST#3",
			"ANIDB#4");

	@Test
	void forgetsWhatAllProvidersButAniDbSaidOfAnEntry() {
		try (LocalRedis redis = LocalRedis.start()) {
			LettuceConnectionFactory connection = redis.connect();
			AnswerCache cache = new AnswerCache(SharedState.in(connection, InstantSource.fixed(NOW)));
			Map<CacheKey, Boolean> stays = Map.of(new CacheKey("jikan", "episodes", "1", 2), false,
					new CacheKey("mal", "anime", "1", 1), false,
					new CacheKey("animeschedule", "anime-by-mal-ids", "1", 1), false,
					new CacheKey("kitsu", "anime", "2", 1), false, new CacheKey("anilist", "anime", "3", 1), false,
					new CacheKey("anidb", "anime", "4", 1), true, new CacheKey("jikan", "anime", "2", 1), true);
			stays.keySet()
				.forEach((key) -> cache.keep(key, KeptAnswer.missing(NOW, NOW.plus(DAY)),
						new Freshness(DAY, DAY, DAY, DAY, DAY, DAY, DAY), NOW));
			new ForgetAnswers(cache).forget(this.entry);
			assertThat(stays)
				.allSatisfy((key, kept) -> assertThat(cache.find(key).isPresent()).as(key.text()).isEqualTo(kept));
			connection.destroy();
		}
	}

	@Test
	void startsAllTheSameWithoutRedis() {
		assertThatCode(() -> new ForgetAnswers(new AnswerCache(SharedState.none())).forget(this.entry))
			.doesNotThrowAnyException();
	}

}

package io.mokuroku.upstream;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Waiting;
import io.mokuroku.upstream.jikan.JikanSource;
import io.mokuroku.upstream.kitsu.KitsuSource;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long sources live on what they were told.
 */
@Timeout(30)
class RememberingSourcesTests {

	private static final Duration SHORT = Duration.ofSeconds(2);

	private final TurningClock clock = new TurningClock();

	private final LocalRedis redis = LocalRedis.start();

	private final LettuceConnectionFactory connection = this.redis.connect();

	private final FakeProvider provider = new FakeProvider();

	private final Wire wire = new Wire(new WireLimits(SHORT, SHORT, SHORT, 64 << 10));

	private final SourceLink link = new SourceLink(Provider.MYANIMELIST, "990041");

	@AfterEach
	void close() {
		this.wire.close();
		this.provider.close();
		this.connection.destroy();
		this.redis.close();
	}

	@Test
	void asksSeldomForWhatEndedLongAgo() {
		JikanSource jikan = new JikanSource(open("jikan"), Notes.none().unrecognised());
		this.provider.says(200, """
				{"data":{"mal_id":990041,"titles":[{"type":"Default","title":"Hoshi no Tegami"}],
				"status":"Finished Airing","aired":{"string":"Oct 4, 2016 to Dec 20, 2016"}}}""");
		assertThat(jikan.find(this.link)).isPresent();
		this.clock.turn(Duration.ofDays(20));
		assertThat(jikan.find(this.link)).isPresent();
		assertThat(this.provider.requests()).hasSize(1);
	}

	@Test
	void asksOftenForWhatAirs() {
		JikanSource jikan = new JikanSource(open("jikan"), Notes.none().unrecognised());
		this.provider.says(200, """
				{"data":{"mal_id":990041,"titles":[{"type":"Default","title":"Hoshi no Tegami"}],
				"status":"Currently Airing","aired":{"string":"Oct 4, 2026 to ?"}}}""");
		assertThat(jikan.find(this.link)).isPresent();
		this.clock.turn(Duration.ofHours(8));
		assertThat(jikan.find(this.link)).isPresent();
		assertThat(this.provider.requests()).hasSize(2);
	}

	@Test
	void findsAnEpisodeSoonAfterItWasNotThereYet() {
		JikanSource jikan = new JikanSource(open("jikan"), Notes.none().unrecognised());
		this.provider.says(404, "{}");
		assertThat(jikan.findEpisode(this.link, 8)).isEmpty();
		this.clock.turn(Duration.ofMinutes(11));
		this.provider.says(200, """
				{"data":{"mal_id":8,"title":"The Eighth Letter","aired":"2026-11-22T00:00:00+09:00"}}""");
		assertThat(jikan.findEpisode(this.link, 8)).isPresent();
	}

	@Test
	void findsAnEpisodeOnAPageThatWasReadBefore() {
		KitsuSource kitsu = new KitsuSource(open("kitsu"), Notes.none().unrecognised());
		SourceLink anime = new SourceLink(Provider.KITSU, "990031");
		this.provider.says(200, """
				{"data":[{"attributes":{"number":1,"canonicalTitle":"The First Letter","airdate":"2026-11-15"}}]}""");
		assertThat(kitsu.episodes(anime)).hasSize(1);
		this.clock.turn(Duration.ofMinutes(11));
		this.provider.says(200, """
				{"data":[{"attributes":{"number":1,"canonicalTitle":"The First Letter","airdate":"2026-11-15"}},
				{"attributes":{"number":2,"canonicalTitle":"The Second Letter","airdate":"2026-11-22"}}]}""");
		assertThat(kitsu.episodes(anime)).hasSize(1);
		assertThat(kitsu.findEpisode(anime, 2)).isPresent();
	}

	private UpstreamApi open(String name) {
		SiteRules rules = new SiteRules(Limits.NONE, new Waiting(Duration.ZERO, 8, SHORT, 1), UpstreamFixture.FRESHNESS,
				5, Duration.ofMinutes(10));
		return new UpstreamApis(this.wire, "Mokuroku-Tests", (_) -> rules, SharedState.in(this.connection, this.clock),
				RawResponses.none(), new SimpleMeterRegistry(), this.clock)
			.open(name, this.provider.address(), Dialects.http(), Map.of());
	}

}

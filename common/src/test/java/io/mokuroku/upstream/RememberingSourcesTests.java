package io.mokuroku.upstream;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.anidb.AniDbSource;
import io.mokuroku.upstream.animeschedule.AnimeScheduleSource;
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
	void asksAniDbSeldomerForWhatEndedLongAgoThanItMust() {
		AniDbSource aniDb = new AniDbSource(open("anidb"), "mokuroku", 1, Notes.none().unrecognised());
		SourceLink anime = new SourceLink(Provider.ANIDB, "990001");
		this.provider.says(200, """
				<anime id="990001"><type>TV Series</type><startdate>2016-10-04</startdate>\
				<enddate>2016-12-20</enddate></anime>""");
		assertThat(aniDb.find(anime)).isPresent();
		this.clock.turn(Duration.ofDays(20));
		assertThat(aniDb.episodes(anime)).isEmpty();
		assertThat(this.provider.requests()).hasSize(1);
	}

	@Test
	void asksAnimeScheduleByHowAShowStands() {
		AnimeScheduleSource schedule = new AnimeScheduleSource(open("animeschedule"), Notes.none().unrecognised());
		this.provider.says(200, "{\"title\":\"Ended\",\"route\":\"ended\",\"status\":\"Finished\"}");
		SourceLink ended = new SourceLink(Provider.ANIMESCHEDULE, "ended");
		assertThat(schedule.find(ended)).isPresent();
		this.clock.turn(Duration.ofHours(47));
		assertThat(schedule.find(ended)).isPresent();
		assertThat(this.provider.requests()).hasSize(1);
		this.provider.says(200, "{\"title\":\"Runs\",\"route\":\"runs\",\"status\":\"Ongoing\"}");
		SourceLink runs = new SourceLink(Provider.ANIMESCHEDULE, "runs");
		assertThat(schedule.find(runs)).isPresent();
		this.clock.turn(Duration.ofHours(8));
		assertThat(schedule.find(runs)).isPresent();
		assertThat(this.provider.requests()).hasSize(3);
	}

	@Test
	void saysThatAnAnswerIsOlderThanItShouldBe() {
		JikanSource jikan = new JikanSource(open("jikan"), Notes.none().unrecognised());
		this.provider.says(200, "{\"data\":{\"mal_id\":990041,\"status\":\"Currently Airing\"}}");
		assertThat(jikan.find(this.link).orElseThrow().stale()).isNull();
		this.clock.turn(Duration.ofDays(1));
		this.provider.says(503, "");
		assertThat(jikan.find(this.link).orElseThrow().stale()).isTrue();
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
				RawResponses.none(), new SimpleMeterRegistry(), ObservationRegistry.NOOP, this.clock)
			.open(name, this.provider.address(), Dialects.http(), Map.of());
	}

}

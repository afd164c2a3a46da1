package io.mokuroku.search.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.search.Shows;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.anime.FindAnimeId;
import io.mokuroku.testing.LocalRedis;
import io.mokuroku.upstream.TurningClock;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.budget.Budget;
import io.mokuroku.upstream.budget.Limits;
import io.mokuroku.upstream.budget.Naps;
import io.mokuroku.upstream.budget.NoTurn;
import io.mokuroku.upstream.budget.Waiting;
import io.mokuroku.upstream.budget.Window;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.upstream.sources.ProviderApis;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireLimits;
import io.mokuroku.web.ApiProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Providers asked through us.
 */
class RelayControllerTests {

	private static final LocalRedis redis = LocalRedis.start();

	private static final LettuceConnectionFactory connection = redis.connect();

	private final TurningClock clock = new TurningClock();

	private final SharedState shared = SharedState.in(connection, this.clock);

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final HttpServer provider = start();

	private volatile int status = 200;

	private volatile String body = "{\"data\":{\"mal_id\":1}}";

	/** The catalogue shows anime 1 alone. */
	private final FindAnimeId ids = new FindAnimeId() {

		@Override
		public AnimeId get(String id, boolean adult) {
			if (!id.endsWith(":1") && !id.endsWith(":one-piece")) {
				throw ApiProblem.notFound("anime_not_found", "not shown");
			}
			return Shows.anEntry(1, "One").id();
		}

		@Override
		public Optional<AnimeId> find(String id) {
			return Optional.of(get(id));
		}

	};

	private final MockMvcTester http = MockMvcTester
		.of(new RelayController(new AskProvider(new ProviderApis(settings(), apis()), this.ids), this.clock));

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
		this.provider.stop(0);
	}

	@Test
	void passesAnAnswerOnAsItCameAndRemembersIt() {
		MvcTestResult first = get("/v1/upstream/jikan/anime/1");
		assertThat(first).hasStatusOk().hasContentType("application/json").body().asString().isEqualTo(this.body);
		assertThat(first.getResponse().getHeader("Age")).isEqualTo("0");
		this.clock.turn(Duration.ofHours(5));
		MvcTestResult second = get("/v1/upstream/jikan/anime/1");
		assertThat(second).hasStatusOk();
		assertThat(second.getResponse().getHeader("Age")).isEqualTo("18000");
		assertThat(second.getResponse().getHeader("X-Upstream-Stale")).isEqualTo("false");
		assertThat(this.asked).containsExactly("/jikan/anime/1/full");
	}

	@Test
	void tellsTheAgeOfAnAnswerWhoseProviderHasBeenDownForADay() {
		get("/v1/upstream/kitsu/anime/1/staff?page=2");
		this.status = 500;
		this.clock.turn(Duration.ofDays(1));
		MvcTestResult answer = get("/v1/upstream/kitsu/anime/1/staff?page=2");
		assertThat(answer).hasStatusOk().hasContentType("application/vnd.api+json");
		assertThat(answer.getResponse().getHeader("Age")).isEqualTo("86400");
		assertThat(answer.getResponse().getHeader("X-Upstream-Stale")).isEqualTo("true");
		assertThat(this.asked.getFirst())
			.isEqualTo("/kitsu/anime/1/staff?include=person&page%5Blimit%5D=20&page%5Boffset%5D=20");
	}

	@ParameterizedTest
	@CsvSource({ "jikan/anime/1/episodes?page=3,/jikan/anime/1/episodes?page=3",
			"jikan/anime/1/episodes/12,/jikan/anime/1/episodes/12",
			"jikan/anime/1/statistics,/jikan/anime/1/statistics",
			"animeschedule/anime/one-piece,/animeschedule/anime/one-piece",
			"animeschedule/timetables/raw?year=2026&week=48,/animeschedule/timetables/raw?year=2026&week=48&tz=UTC" })
	void asksWhatIsOffered(String path, String target) {
		assertThat(get("/v1/upstream/" + path)).hasStatusOk();
		assertThat(this.asked).containsExactly(target);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jikan/anime/1/full", "jikan/anime/01", "jikan/anime/1/", "jikan/anime/1/episodes/0",
			"jikan/anime/1%2Ffull", "jikan/anime/1%3Fx=1", "jikan/anime/1%23", "jikan/anime/1%00",
			"jikan/anime/1%0d%0aX:1", "jikan/anime/%31%2f..%2f..%2fadmin", "jikan/anime/1%252ffull", "jikan/users/x",
			"jikan/anime", "jikan/", "jikan/http://127.0.0.1/", "kitsu/anime/1/../users", "kitsu/users/1",
			"kitsu/anime/1/%2e%2e/users", "animeschedule/anime/a%2fb", "animeschedule/anime/..",
			"animeschedule/timetables/all?year=2026&week=1", "anilist/anime/1", "anidb/anime/1", "JIKAN/anime/1",
			"jikan%2Fanime/anime/1", "mal:x/anime/1", "jikan/anime/%D9%A3", "jikan/anime/%EF%BC%91",
			"jikan/anime/1234567890" })
	void asksNothingElse(String path) {
		MvcTestResult answer = get("/v1/upstream/" + path);
		if (answer.getUnresolvedException() != null) {
			refused(answer, 404);
		}
		else {
			assertThat(answer.getResponse().getStatus()).isBetween(400, 499);
		}
		assertThat(this.asked).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "jikan/anime/1?page=2,400", "animeschedule/timetables/raw,400",
			"animeschedule/timetables/raw?year=2026,400", "jikan/anime/1/staff?year=2026&week=2,400",
			"jikan/anime/2,404", "mal/anime/1,503" })
	void refusesWhatCannotBeAnswered(String path, int expected) {
		refused(get("/v1/upstream/" + path), expected);
		assertThat(this.asked).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jikan/anime/1/episodes?page=0", "jikan/anime/1/episodes?page=1001",
			"animeschedule/timetables/raw?year=1&week=1", "animeschedule/timetables/raw?year=2026&week=54" })
	void refusesPagesAndWeeksThatCannotBe(String path) {
		assertThat(get("/v1/upstream/" + path)).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.asked).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "500,503,x", "404,404,x", "403,502,x", "429,503,x", "200,503,<html>", "200,502,''", "200,502,{]" })
	void translatesWhatProvidersAnswer(int theirs, int ours, String said) {
		this.status = theirs;
		this.body = said;
		refused(get("/v1/upstream/jikan/anime/1"), ours);
	}

	@Test
	void saysThatAProviderCannotBeReached() {
		this.provider.stop(0);
		refused(get("/v1/upstream/jikan/anime/1"), 502);
	}

	/** Whoever enriches may go on when all of what is passed on has to wait. */
	@Test
	void givesWayToAllOthers() throws Exception {
		Limits limits = new Limits(List.of(new Window(8, Duration.ofHours(1))), 3, Duration.ZERO);
		Waiting waiting = new Waiting(Duration.ZERO, 4, Duration.ofSeconds(30), 1);
		Budget enriching = new Budget("jikan", limits, waiting, this.shared, this.clock, Naps.REAL);
		Budget relaying = new Budget("jikan", limits.yielding(0.25), waiting, this.shared, this.clock, Naps.REAL);
		relaying.take().close();
		enriching.take().close();
		assertThatExceptionOfType(NoTurn.class).isThrownBy(relaying::take);
		for (int call = 0; call < 6; call++) {
			enriching.take().close();
		}
		assertThatExceptionOfType(NoTurn.class).isThrownBy(enriching::take);
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri(URI.create(path)).exchange();
	}

	private static void refused(MvcTestResult answer, int status) {
		assertThat(answer).failure()
			.cause()
			.isInstanceOfSatisfying(ApiProblem.class, (problem) -> assertThat(problem.status()).isEqualTo(status));
	}

	private UpstreamSettings settings() {
		String here = "http://127.0.0.1:" + this.provider.getAddress().getPort();
		Map<String, String> all = new HashMap<>();
		for (String name : List.of("jikan", "kitsu", "animeschedule")) {
			all.put("mokuroku.upstream." + name + ".base-url", here + "/" + name);
			all.put("mokuroku.upstream." + name + ".limits.windows", "");
			all.put("mokuroku.upstream." + name + ".limits.spacing", "0ms");
		}
		all.put("mokuroku.upstream.animeschedule.token", "secret");
		return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("mokuroku.upstream",
				UpstreamSettings.class);
	}

	private UpstreamApis apis() {
		Duration patience = Duration.ofSeconds(5);
		return new UpstreamApis(new Wire(new WireLimits(patience, patience, patience, 1 << 20)), "Mokuroku-Tests",
				settings()::rules, this.shared, RawResponses.none(), new SimpleMeterRegistry(),
				ObservationRegistry.NOOP, this.clock)
			.yielding(1, Duration.ofSeconds(1));
	}

	private HttpServer start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", this::answer);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.asked.add(exchange.getRequestURI().toString());
			byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
		}
	}

}

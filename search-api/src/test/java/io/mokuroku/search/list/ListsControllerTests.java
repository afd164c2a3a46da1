package io.mokuroku.search.list;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.jayway.jsonpath.JsonPath;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.FoundAnime;
import io.mokuroku.upstream.TurningClock;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.list.ShownListsTests.generation;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists as they are sent.
 */
class ListsControllerTests {

	@TempDir
	private Path folder;

	private final TurningClock clock = new TurningClock();

	private final ShownLists shown = new ShownLists(
			new SharedLists(SharedState.none(), Duration.ofDays(7), Duration.ofHours(2)), Duration.ofSeconds(2),
			Runnable::run, this.clock);

	private AnimeIndex index;

	private MockMvcTester http;

	@BeforeEach
	void open() {
		this.index = TestIndexes.open(this.folder);
		ReadLists lists = new ReadLists(this.shown, new IndexedLists(this.index, 500, this.clock));
		this.http = MockMvcTester
			.of(new ListsController(lists, new ListPages(new StillShown(this.index), JsonMapper.shared(), this.clock)));
	}

	@AfterEach
	void close() {
		TestIndexes.close(this.index);
	}

	@Test
	void dropsWhatMayNotBeShownAnyMoreBeforeTheListIsMadeAnew() {
		List<IndexedAnime> anime = List.of(aShow(71, "Stays"), aShow(72, "Turns adult"), aShow(73, "Is withdrawn"));
		Map<ListName, List<ListedAnime>> lists = new EnumMap<>(ListName.class);
		for (ListName list : ListName.values()) {
			lists.put(list,
					anime.stream().map((each) -> new ListedAnime(each.id().toString(), FoundAnime.of(each))).toList());
		}
		this.shown.show(new Generation("g1", this.clock.instant(), lists));
		assertThat(get("/v1/lists/popular")).bodyJson()
			.extractingPath("$.data[*].attributes.title")
			.asArray()
			.hasSize(3);
		TestIndexes.put(this.index, aShow(71, "Stays"), aShow(72, "Turns adult", (change) -> change.adult = true));
		this.clock.turn(Duration.ofSeconds(30));
		assertThat(get("/v1/lists/popular")).bodyJson()
			.extractingPath("$.data[*].attributes.title")
			.asArray()
			.containsExactly("Stays");
		assertThat(get("/v1/lists/popular?page%5Bsize%5D=1")).bodyJson()
			.isLenientlyEqualTo("{\"data\":[{\"attributes\":{\"title\":\"Stays\"}}],\"meta\":{\"total\":1}}");
	}

	@Test
	void readsAListToItsEndInPagesOfOneGenerationAlthoughItIsReplacedMeanwhile() throws Exception {
		this.shown.show(generation(1, 57));
		List<String> titles = new ArrayList<>();
		String next = "/v1/lists/top-rated?page%5Bsize%5D=20";
		for (int page = 1; next != null; page++) {
			MvcTestResult answer = get(next);
			assertThat(answer).hasStatusOk().hasContentType("application/vnd.api+json");
			String body = answer.getResponse().getContentAsString();
			titles.addAll(JsonPath.<List<String>>read(body, "$.data[*].attributes.title"));
			assertThat(JsonPath.<Integer>read(body, "$.data[0].meta.place")).isEqualTo((page - 1) * 20 + 1);
			assertThat(JsonPath.<String>read(body, "$.meta.generation")).isEqualTo("g1");
			next = nextOf(body);
			this.shown.show(generation(2, 57));
		}
		assertThat(titles).hasSize(57).doesNotHaveDuplicates().startsWith("g1 top-rated 1").endsWith("g1 top-rated 57");
	}

	@Test
	void tellsHowOldItIsAndWhereItComesFrom() {
		this.shown.show(generation(1, 3));
		for (int seconds : List.of(3_599, 3_600)) {
			assertThat(get("/v1/lists/popular")).bodyJson().isLenientlyEqualTo("""
					{"meta":{"list":"popular","total":3,"generation":"g1","generatedAt":"2026-11-22T11:00:01Z",
					"ageSeconds":%d,"source":"memory","degraded":true},"links":{}}""".formatted(seconds));
			this.clock.turn(Duration.ofSeconds(1));
		}
	}

	@Test
	void sendsAListAgainOnlyIfItWasComputedAnew() {
		this.shown.show(generation(1, 3));
		String mark = Objects.requireNonNull(get("/v1/lists/popular").getResponse().getHeader(HttpHeaders.ETAG));
		this.clock.turn(Duration.ofMinutes(1));
		assertThat(this.http.get().uri("/v1/lists/popular").header(HttpHeaders.IF_NONE_MATCH, mark))
			.hasStatus(HttpStatus.NOT_MODIFIED)
			.body()
			.isEmpty();
		this.shown.show(generation(2, 3));
		assertThat(this.http.get().uri("/v1/lists/popular").header(HttpHeaders.IF_NONE_MATCH, mark)).hasStatusOk();
	}

	@Test
	void saysThatAListHasChangedWhoseNextPageIsNotKeptAnyMore() throws Exception {
		this.shown.show(generation(1, 57));
		String next = Objects.requireNonNull(nextOf(get("/v1/lists/popular").getResponse().getContentAsString()));
		this.shown.show(generation(2, 57));
		this.shown.show(generation(3, 57));
		refused(get(next), 410);
	}

	@Test
	void asksTheIndexWhileNobodyHasListsAndSaysSo() {
		refused(get("/v1/lists/popular"), 503);
		this.clock.turn(Duration.ofMinutes(1));
		TestIndexes.put(this.index, aShow(1, "Monster"));
		MvcTestResult answer = get("/v1/lists/popular");
		assertThat(answer.getResponse().getHeader(HttpHeaders.ETAG)).isNull();
		assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"data":[{"type":"anime","attributes":{"title":"Monster"},"meta":{"place":1}}],
				"meta":{"source":"index","degraded":true}}""");
		this.shown.show(generation(1, 3));
		assertThat(get("/v1/lists/popular")).bodyJson().extractingPath("$.meta.source").isEqualTo("memory");
	}

	@ParameterizedTest
	@CsvSource({ "loved,404", "POPULAR,404", "top_rated,404", "popular?page%5Bcursor%5D=x,400",
			"popular?page%5Bcursor%5D=ZzEvOTk5OTk,400", "popular?page%5Bcursor%5D=Li4vMQ,410" })
	void refusesWhatIsNoListAndNoCursor(String list, int status) {
		this.shown.show(generation(1, 3));
		refused(get("/v1/lists/" + list), status);
	}

	@ParameterizedTest
	@CsvSource({ "0", "101", "-1", "many" })
	void refusesPagesOfNoOrTooManyAnime(String size) {
		this.shown.show(generation(1, 3));
		assertThat(get("/v1/lists/popular?page%5Bsize%5D=" + size)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri(URI.create(path)).exchange();
	}

	private static void refused(MvcTestResult answer, int status) {
		assertThat(answer).failure()
			.rootCause()
			.isInstanceOfSatisfying(ApiProblem.class, (problem) -> assertThat(problem.status()).isEqualTo(status));
	}

	private static @Nullable String nextOf(String body) {
		return JsonPath.<Map<String, @Nullable String>>read(body, "$.links").get("next");
	}

}

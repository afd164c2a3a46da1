package io.mokuroku.review;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.upstream.raw.RawResponse;
import io.mokuroku.upstream.shared.CacheKey;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@ReviewServiceTest
final class PortalRawTests {

	private static final CacheKey ANIME = new CacheKey("jikan", "anime", "4711", 1);

	private final AnimeEntry entry = Entries.aDraft("Monster", "MYANIMELIST#4711");

	private final MockMvcTester http;

	private final RawInMemory raw;

	private final String page;

	private final String task;

	PortalRawTests(MockMvcTester http, EntryParts parts, ReviewTasks tasks, RawInMemory raw) {
		this.http = http;
		this.raw = raw;
		ReviewTask asked = Reviews.asked(aQuestion("raw", this.entry.id()), ASKED);
		tasks.save(asked);
		parts.putProposal(this.entry.with((change) -> change.sources = List.of(SourceLink.ofKey("MYANIMELIST#4711"),
				SourceLink.ofKey("ANIMESCHEDULE#monster"), SourceLink.ofKey("ANIME_PLANET#monster"))));
		this.task = "/portal/tasks/" + asked.id();
		this.page = this.task + "/raw/jikan/4711";
	}

	@AfterEach
	void forgetAnswers() {
		this.raw.forget();
	}

	@Test
	void leadsFromTheTaskToTheAnswersOfEachSource() {
		keep(ANIME, ASKED.minusSeconds(60), "{\"title\":\"MONSTER\"}");
		Document task = page(get(this.task), HttpStatus.OK);
		assertThat(task.select("#raw .links a").eachText()).containsExactly("MyAnimeList 4711", "Jikan 4711",
				"AnimeSchedule monster", "AnimeSchedule 4711");
		assertThat(task.text()).as("answers are read on demand").doesNotContain("MONSTER");
		Document page = page(get(task.select("#raw .links a:containsOwn(Jikan)").attr("href")), HttpStatus.OK);
		assertThat(page.select("pre").get(0).wholeText()).isEqualTo("{\n  \"title\" : \"MONSTER\"\n}");
		assertThat(page.text()).contains("19 bytes of application/json, fetched 22 Nov 2026, 09:59 UTC from "
				+ "https://api.example/anime/4711");
		assertThat(page.select("script:not([src])")).isEmpty();
	}

	@Test
	void showsTheAnswerThatWasTheLastWhenPeopleWereAsked() {
		CacheKey second = new CacheKey("jikan", "episodes", "4711", 2);
		keep(second, ASKED.minusSeconds(60), "\"older\"");
		keep(second, ASKED, "\"proposed\"");
		keep(second, ASKED.plusMillis(1), "\"newer\"");
		keep(ANIME, ASKED.plusMillis(1), "\"newer\"");
		Document first = page(get(this.page), HttpStatus.OK);
		assertThat(first.select("nav a").eachText()).containsExactly("Anime", "Episodes, page 2");
		assertThat(first.select(".empty").text()).contains("before this review was asked");
		assertThat(first.select("pre")).isEmpty();
		Document other = page(get(first.select("nav a").get(1).attr("href")), HttpStatus.OK);
		assertThat(other.select("nav a[aria-current]").text()).isEqualTo("Episodes, page 2");
		assertThat(other.select("pre").text()).isEqualTo("\"proposed\"");
	}

	@Test
	void showsHostileAnswersAsTheTextTheyAre() {
		String hostile = "</pre><script>alert(1)</script><img src=x onerror=alert(1)>{{ csrf }}";
		keep(ANIME, ASKED, hostile);
		Document page = page(get(this.page), HttpStatus.OK);
		assertThat(page.select("pre").text()).isEqualTo(hostile);
		assertThat(page.select("script:not([src]), img, [onerror]")).isEmpty();
	}

	@Test
	void showsTheBeginningOfALongAnswerAndItsTrueSize() {
		keep(ANIME, ASKED, "x".repeat(1_234_567));
		MvcTestResult answer = get(this.page);
		Document page = page(answer, HttpStatus.OK);
		assertThat(page.select("pre").text()).hasSize(64 * 1024);
		assertThat(page.text()).contains("1,234,567 bytes", "Only the beginning is shown.");
	}

	@Test
	void saysWhenNothingIsKeptOrItIsNotWhatCame() {
		assertThat(page(get(this.page), HttpStatus.OK).select(".empty").text()).startsWith("Nothing is kept");
		keep(ANIME, ASKED, "{}");
		this.raw.broken = new IllegalStateException("not what came");
		assertThat(page(get(this.page), HttpStatus.OK).select(".empty").text()).contains("not what came");
	}

	@Test
	void asksToTryAgainWhileTheBucketIsAway() {
		keep(ANIME, ASKED, "{}");
		this.raw.broken = SdkClientException.create("the bucket is out of order");
		assertThat(page(get(this.page), HttpStatus.SERVICE_UNAVAILABLE).select("h1").text()).contains("try again");
	}

	@Test
	void leavesOutWhatACalendarAnsweredAboutAnotherSitesId() {
		CacheKey own = new CacheKey("animeschedule", "anime", "monster", 1);
		keep(own, ASKED, "{}");
		keep(new CacheKey("animeschedule", "anime-by-mal-ids", "monster", 1), ASKED, "{}");
		assertThat(page(get(this.task + "/raw/animeschedule/monster"), HttpStatus.OK).select("nav a").eachText())
			.containsExactly("Anime");
	}

	@Test
	void showsTheSearchByAnotherSitesIdAndNotByTheSameIdElsewhere() {
		keep(new CacheKey("animeschedule", "anime-by-mal-ids", "4711", 1), ASKED, "{\"anime\":[]}");
		keep(new CacheKey("animeschedule", "anime-by-anilist-ids", "4711", 1), ASKED, "{}");
		Document page = page(get(this.task + "/raw/animeschedule/4711"), HttpStatus.OK);
		assertThat(page.select("nav a").eachText()).containsExactly("Anime by mal ids");
		assertThat(page.select("h1").text()).startsWith("AnimeSchedule about ");
		assertThat(page.select("pre").text()).contains("anime");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/raw/jikan/4712", "/raw/kitsu/4711", "/raw/jikan/4711?answer=u1:jikan:anime:4712:1",
			"/raw/anime_planet/monster", "/raw/jikan/..%2F4712" })
	void showsNothingButAnswersOfSourcesTheProposalNames(String path) {
		keep(ANIME, ASKED, "{}");
		keep(new CacheKey("jikan", "anime", "4712", 1), ASKED, "{}");
		keep(new CacheKey("kitsu", "anime", "4711", 1), ASKED, "{}");
		assertThat(get(this.task + path).getResponse().getStatus()).isIn(400, 404);
	}

	@Test
	void showsAnswersToThoseWhoMaySeeTheTaskAlone() {
		keep(ANIME, ASKED, "{}");
		assertThat(as(this.page, "reviews.read")).hasStatusOk();
		assertThat(as(this.page, "catalogue.read")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.get().uri(this.page)).hasStatus3xxRedirection();
	}

	private void keep(CacheKey key, Instant fetchedAt, String body) {
		this.raw.keep(new RawResponse(key, URI.create("https://api.example/anime/4711"), fetchedAt, "",
				"application/json", body.getBytes(StandardCharsets.UTF_8)));
	}

	private MvcTestResult get(String path) {
		return as(path, "reviews.read", "reviews.decide");
	}

	private MvcTestResult as(String path, String... scopes) {
		return this.http.get()
			.uri(URI.create(path))
			.with(user("ada")
				.authorities(Stream.of(scopes).map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope)).toList()))
			.exchange();
	}

	private static Document page(MvcTestResult answer, HttpStatus status) {
		assertThat(answer).hasStatus(status).hasContentType("text/html;charset=UTF-8");
		return HtmlPages.read(answer);
	}

}

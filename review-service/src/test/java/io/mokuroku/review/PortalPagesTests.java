package io.mokuroku.review;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.Subject;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.aRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@ReviewServiceTest
final class PortalPagesTests {

	/** Before everything that other tests ask, so that it stands on the first page. */
	private static final Instant FIRST = ASKED.minus(Duration.ofDays(1));

	private final MockMvcTester http;

	private final AnimeStore store;

	private final EntryParts parts;

	private final ReviewTasks tasks;

	PortalPagesTests(MockMvcTester http, AnimeStore store, EntryParts parts, ReviewTasks tasks) {
		this.http = http;
		this.store = store;
		this.parts = parts;
		this.tasks = tasks;
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
			"</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "{{ 7*7 }}",
			"{% include 'layout' %}{{ csrf }}", "&lt;b&gt; &amp; &#60;", "`${7*7}`", "\\u003cscript\\u003e",
			"$1 \\0 $&" })
	void showsAHostileTitleAsTheTextItIs(String hostile) {
		AnimeEntry entry = Entries.aDraft("Monster", "MYANIMELIST#" + (hostile.hashCode() & 0xFFFFFF))
			.with((change) -> change.titles = new Titles(hostile, hostile, null, List.of()));
		this.store.add(List.of(entry));
		this.parts.putProposal(hostile(entry, hostile));
		this.parts.putChoices(entry.id(),
				List.of(new FieldChoice("titles.main", null, true,
						List.of(new FieldChoice.Said(hostile, ASKED, hostile))),
						new FieldChoice(hostile, null, true, List.of())));
		this.parts.putEpisodes(List.of(new Episode(entry.id(), EpisodeNumber.regular(1), hostile, hostile, hostile,
				null, null, hostile, Episode.State.COMPLETE)));
		this.parts.replaceCharacters(entry.id(),
				List.of(new AnimeCharacter(entry.id(), new UUID(1, 1), hostile, hostile, List.of(hostile), null,
						AnimeCharacter.Profile.NONE, List.of(), Map.of(),
						List.of(new AnimeCharacter.VoiceActor(new UUID(1, 2), hostile, hostile)), List.of())));
		ReviewTask task = ask("page-hostile " + hostile, entry);
		Document queue = page(get("/portal"), HttpStatus.OK);
		assertThat(queue.select("a.title[href$=" + task.id() + "]").text()).isEqualTo(hostile);
		Document page = page(get("/portal/tasks/" + task.id()), HttpStatus.OK);
		assertThat(page.select("h1").text()).isEqualTo(hostile);
		assertThat(page.title()).isEqualTo(hostile + " – Mokuroku reviews");
		assertThat(page.select("input[name=title]").val()).isEqualTo(hostile);
		assertThat(page.select("textarea[name=synopsis]").val()).isEqualTo(hostile);
		assertThat(page.select(".proposed ins").eachText()).contains(hostile);
		assertThat(page.select("#people th[scope=row]").text()).isEqualTo(hostile);
		assertThat(page.select("#episodes tbody td").eachText()).contains(hostile);
		assertThat(page.select(".candidates .said").eachText()).contains(hostile);
		for (Document shown : List.of(queue, page)) {
			assertThat(shown.select("script:not([src]), img, iframe, [onerror], [onmouseover]")).isEmpty();
		}
	}

	@Test
	void showsAHostileReasonAndHistoryAsText() {
		AnimeEntry entry = Entries.aDraft("Monster", "MYANIMELIST#19");
		ReviewTask task = ask("page-<script>alert(1)</script>", entry);
		this.tasks.save(task.decided(aRefusal("<img src=x onerror=alert(1)>")));
		Document page = page(get("/portal/tasks/" + task.id()), HttpStatus.OK);
		assertThat(page.select(".history").text()).contains("<script>", "<img src=x onerror=alert(1)>");
		assertThat(page.select("script:not([src]), img, form.decision")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/portal", "/portal/tasks/00112233445566778899aabbccddeeff", "/portal/signed-out" })
	void allowsAPageToDoNothingButShow(String path) {
		MvcTestResult answer = get(path);
		assertThat(answer).headers()
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasValue("X-Frame-Options", "DENY")
			.hasValue("Referrer-Policy", "same-origin")
			.hasValue("Cache-Control", "no-store")
			.hasValue("Content-Type", "text/html;charset=UTF-8");
		assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
			.contains("default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
					"base-uri 'none'")
			.doesNotContain("unsafe-inline", "unsafe-eval");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/portal/tasks/00112233445566778899aabbccddeeff", "/portal/tasks/x" })
	void saysWhenThereIsNoSuchReview(String path) {
		assertThat(page(get(path), HttpStatus.NOT_FOUND).select("h1").text()).isEqualTo("Not found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "state=nonsense", "after=nonsense", "state=%3Cscript%3E&after=%00", "other=1" })
	void showsTheQueueWhateverItsAddressSays(String query) {
		ask("page-queue", Entries.aDraft("Monster", "MYANIMELIST#19"));
		Document queue = page(get("/portal?" + query), HttpStatus.OK);
		assertThat(queue.select(".queue li")).isNotEmpty();
		assertThat(queue.select("a[aria-current=page]").text()).isEqualTo("Open");
	}

	@Test
	void leadsThroughALongQueue() {
		ReviewServiceTest.Surroundings.ENGINES.reset();
		for (int i = 0; i < 51; i++) {
			this.tasks.save(Reviews.asked(aQuestion("page-" + i, Reviews.anime(1 + i)), ASKED.plusMillis(i)));
		}
		Document first = page(get("/portal"), HttpStatus.OK);
		assertThat(first.select(".queue li")).hasSize(50);
		Document last = page(get(first.select("a:containsOwn(More)").attr("href")), HttpStatus.OK);
		assertThat(last.select(".queue li")).hasSize(1);
		assertThat(last.select("a:containsOwn(More)")).isEmpty();
	}

	@Test
	void showsWhoMayOnlyReadNothingToPress() {
		ReviewTask task = ask("page-reader", Entries.aDraft("Monster", "MYANIMELIST#19"));
		Document page = page(as("reviews.read", "/portal/tasks/" + task.id()), HttpStatus.OK);
		assertThat(page.select("form.decision, form.claim, input[name=title]")).isEmpty();
		assertThat(page.select("h1").text()).isNotEmpty();
	}

	@Test
	void filtersTheQueue() {
		ReviewServiceTest.Surroundings.ENGINES.reset();
		this.tasks.save(ReviewTask.asked(aQuestion("page-filter-1", Reviews.anime(1)),
				new Subject("Hoshi no Tegami", AnimeType.TV, Priority.HIGH), ASKED));
		this.tasks.save(ReviewTask.asked(aQuestion("page-filter-2", Reviews.anime(2)),
				new Subject("Mori no Oto", AnimeType.MOVIE, Priority.LOW), ASKED));
		for (String query : List.of("text=TEGAMI", "type=TV", "priority=HIGH", "reason=CORE_CONFLICT&text=hoshi",
				"claim=none&type=TV")) {
			assertThat(page(get("/portal?" + query), HttpStatus.OK).select("a.title").eachText()).as(query)
				.containsExactly("Hoshi no Tegami");
		}
		assertThat(page(get("/portal?claim=mine"), HttpStatus.OK).select(".empty").text())
			.isEqualTo("No review matches.");
	}

	@Test
	void keepsOutWhoMayNotRead() {
		assertThat(page(as("reviews.decide", "/portal"), HttpStatus.FORBIDDEN).select("h1").text())
			.isEqualTo("Not allowed");
	}

	@Test
	void servesItsStyleToEverybody() {
		String address = page(get("/portal"), HttpStatus.OK).select("link[rel=stylesheet]").attr("href");
		assertThat(this.http.get().uri(address)).hasStatusOk()
			.hasContentTypeCompatibleWith("text/css")
			.hasHeader("Cache-Control", "max-age=31536000, public, immutable");
		assertThat(this.http.get().uri(address.replace("portal.css", "task.liquid"))).hasStatus(HttpStatus.NOT_FOUND);
	}

	/** The entry with a text in every place that holds one. */
	private static AnimeEntry hostile(AnimeEntry entry, String text) {
		return entry.with((change) -> {
			change.synopsis = text;
			change.titles = new Titles(text, text, text, List.of("other " + text));
			change.subjects = new Subjects(List.of(text), List.of(text), List.of(text), List.of(text), List.of(text));
			change.production = new Production(List.of(text), List.of(text), text, List.of(text), text);
			change.relations = List
				.of(new Relation(RelationType.SEQUEL, SourceLink.ofKey("MYANIMELIST#20"), null, text, null, List.of()));
			change.provenance = Map.of("titles.main", new Provenance(text, ASKED, text, 0.5, List.of(text), text), text,
					new Provenance(text, ASKED, text, 0.5));
			change.details = new Details(text, text, List.of(),
					new Media(List.of(new Media.ThemeSong(1, text, text, text, text, text)), List.of(),
							List.of(new Media.Trailer(text, text, null)),
							List.of(new Media.StreamingLink(text, URI.create("https://stream.example/x"))),
							Map.of(text, URI.create("javascript:alert(1)"))),
					Map.of(),
					Map.of(Stage.STAFF, new StageResult(StageResult.Status.FAILED, ASKED, List.of(), List.of(text))),
					new Questions(Map.of("CORE_CONFLICT:" + text, "d"), Map.of()), 1);
		});
	}

	private ReviewTask ask(String execution, AnimeEntry about) {
		ReviewTask task = Reviews.asked(aQuestion(execution, about.id()), FIRST);
		this.tasks.save(task);
		return task;
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri(URI.create(path)).with(reviewer("reviews.read", "reviews.decide")).exchange();
	}

	private MvcTestResult as(String scope, String path) {
		return this.http.get().uri(URI.create(path)).with(reviewer(scope)).exchange();
	}

	private static RequestPostProcessor reviewer(String... scopes) {
		return user("ada")
			.authorities(Stream.of(scopes).map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope)).toList());
	}

	private static Document page(MvcTestResult answer, HttpStatus status) {
		assertThat(answer).hasStatus(status).hasContentType("text/html;charset=UTF-8");
		return HtmlPages.read(answer);
	}

}

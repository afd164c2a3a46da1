package io.mokuroku.review;

import java.net.URI;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anOpenTask;
import static io.mokuroku.review.ReviewsApi.refused;
import static org.assertj.core.api.Assertions.assertThat;

@ReviewServiceTest
final class ReviewApiTests {

	private static final String APPROVAL = "{\"decision\":\"APPROVE\",\"version\":1}";

	private final MockMvcTester http;

	private final ReviewsApi api;

	private final AnimeStore store;

	private final EntryParts parts;

	private final ReviewTasks tasks;

	ReviewApiTests(MockMvcTester http, AnimeStore store, EntryParts parts, ReviewTasks tasks) {
		this.http = http;
		this.api = new ReviewsApi(http);
		this.store = store;
		this.parts = parts;
		this.tasks = tasks;
	}

	@Test
	void laysTheCasesOutTheLongestWaitingFirst() {
		ReviewServiceTest.Surroundings.ENGINES.reset();
		AnimeEntry entry = Entries.aDraft("Monster", "MYANIMELIST#19");
		this.store.add(List.of(entry));
		this.tasks.save(Reviews.asked(aQuestion("api-young", entry.id()), ASKED.plusSeconds(2)));
		this.tasks.save(anOpenTask("api-old"));
		assertThat(this.api.get("/v1/reviews")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"data":[{"type":"reviews","attributes":{"state":"OPEN","version":1,"confidence":0.62,
				"reasons":["CORE_CONFLICT","LOW_CONFIDENCE"]}},
				{"attributes":{"animeId":"%s","title":"Monster"}}],"links":{}}""".formatted(entry.id()));
		assertThat(this.api.get("/v1/reviews?state=DELIVERED")).bodyJson().extractingPath("$.data").asArray().isEmpty();
	}

	@Test
	void leadsFromPageToPageByLinksThatAreAddresses() {
		ReviewServiceTest.Surroundings.ENGINES.reset();
		for (int i = 0; i < 3; i++) {
			this.tasks.save(Reviews.asked(aQuestion("api-page-" + i, Reviews.anime(1 + i)), ASKED.plusMillis(i)));
		}
		MvcTestResult first = this.api.get("/v1/reviews?page[size]=2");
		assertThat(first).bodyJson().extractingPath("$.data").asArray().hasSize(2);
		assertThat(first).bodyJson().extractingPath("$.links.next").asString().satisfies((link) -> {
			assertThat(this.http.get().uri(URI.create(link)).header("Authorization", "Bearer reviews.read"))
				.hasStatusOk()
				.bodyJson()
				.extractingPath("$.data")
				.asArray()
				.hasSize(1);
		});
	}

	@Test
	void showsACaseFieldByField() {
		ReviewServiceTest.Surroundings.ENGINES.reset();
		AnimeEntry entry = Entries.aDraft("Monster", "MYANIMELIST#19");
		this.store.add(List.of(entry));
		this.parts.putProposal(entry.with((change) -> change.episodes = 74));
		ReviewTask task = open("api-one", entry);
		assertThat(this.api.get("/v1/reviews/" + task.id())).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"data":{"type":"reviews","id":"%s","attributes":{"title":"Monster","audit":[{"what":"asked by api-one"}],
							"live":{"episodes":12},"proposal":{"episodes":74}}}}"""
						.formatted(task.id()));
		assertThat(this.api.get("/v1/reviews/" + task.id())).bodyJson()
			.extractingPath("$.data.attributes.differences[0]")
			.asMap()
			.containsEntry("field", "episodes")
			.containsEntry("live", "12")
			.containsEntry("proposed", "74")
			.containsEntry("changed", true);
	}

	@Test
	void decidesOnceHoweverOftenItIsTold() {
		ReviewTask task = open("api-decided");
		for (int i = 0; i < 3; i++) {
			assertThat(this.api.decide(task, APPROVAL)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
					{"data":{"attributes":{"state":"DELIVERED","version":3,
					"decision":{"verdict":"APPROVE","reviewer":"ada"}}}}""");
			assertThat(this.api.decide(task, APPROVAL)).bodyText().doesNotContain("\"none\"");
		}
		assertThat(ReviewServiceTest.Surroundings.STATES.answers()).filteredOn("token", task.taskToken()).hasSize(1);
	}

	@Test
	void saysHowTheCaseStandsWhenADecisionComesTooLate() {
		ReviewTask task = open("api-again");
		this.tasks.save(task.askedAgain(aQuestion("api-again", "second", task.animeId()), ASKED));
		assertThat(this.api.decide(task, APPROVAL)).hasStatus(HttpStatus.CONFLICT)
			.hasContentType("application/vnd.api+json")
			.bodyJson()
			.isLenientlyEqualTo("""
					{"errors":[{"status":"409","code":"stale_version",
					"detail":"The review has version 2 now: read it again"}]}""");
		assertThat(this.api.decide(task, APPROVAL.replace('1', '2'))).hasStatusOk();
		assertThat(this.api.decide(task, "{\"decision\":\"REJECT\",\"note\":\"no\",\"version\":3}"))
			.satisfies((answer) -> refused(answer, HttpStatus.CONFLICT, "already_decided"));
	}

	@Test
	void saysWhenNobodyWaitsForADecisionAnyMore() {
		ReviewTask task = open("api-expired");
		ReviewServiceTest.Surroundings.STATES.refuse("token-of-api-expired", 400, "TaskTimedOut");
		refused(this.api.decide(task, APPROVAL), HttpStatus.CONFLICT, "review_expired");
		assertThat(this.tasks.find(task.id()).orElseThrow().state()).isEqualTo(TaskState.EXPIRED);
	}

	@Test
	void keepsWhatTheWorkflowRefusesToHear() {
		ReviewTask task = open("api-refused");
		ReviewServiceTest.Surroundings.STATES.refuse("token-of-api-refused", 400, "InvalidOutput");
		assertThat(this.api.decide(task, APPROVAL)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data.attributes.state")
			.isEqualTo("DECIDED");
	}

	private ReviewTask open(String execution) {
		ReviewTask task = anOpenTask(execution);
		this.tasks.save(task);
		return task;
	}

	private ReviewTask open(String execution, AnimeEntry about) {
		ReviewTask task = Reviews.asked(aQuestion(execution, about.id()), ASKED);
		this.tasks.save(task);
		return task;
	}

}

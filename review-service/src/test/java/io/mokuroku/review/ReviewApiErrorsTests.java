package io.mokuroku.review;

import java.util.List;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anOpenTask;
import static io.mokuroku.review.ReviewsApi.refused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the API refuses, and how it says so.
 */
@ReviewServiceTest
final class ReviewApiErrorsTests {

	private static final String APPROVAL = "{\"decision\":\"APPROVE\",\"version\":1}";

	private static final String NOBODY = "00112233445566778899aabbccddeeff";

	private final MockMvcTester http;

	private final ReviewsApi api;

	private final ReviewTasks tasks;

	ReviewApiErrorsTests(MockMvcTester http, ReviewTasks tasks) {
		this.http = http;
		this.api = new ReviewsApi(http);
		this.tasks = tasks;
	}

	@Test
	void letsInWhomTheirTokenLetsIn() {
		ReviewTask task = open("api-scopes");
		assertThat(this.http.get().uri("/v1/reviews")).hasStatus(HttpStatus.UNAUTHORIZED);
		for (String path : List.of("/v1/reviews", "/v1/reviews/" + task.id())) {
			refused(this.api.as("reviews.decide+catalogue.read", path), HttpStatus.FORBIDDEN, "insufficient_scope");
		}
		assertThat(this.api.decideAs("reviews.read", task.id().value(), APPROVAL))
			.satisfies((answer) -> refused(answer, HttpStatus.FORBIDDEN, "insufficient_scope"));
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@ParameterizedTest
	@CsvSource({ "state=open,invalid_parameter", "page[size]=0,invalid_parameter", "page[size]=101,invalid_parameter",
			"page[size]=x,invalid_parameter", "page[after]=x,invalid_parameter", "status=OPEN,unknown_parameter" })
	void refusesParametersItDoesNotUnderstand(String query, String code) {
		MvcTestResult answer = this.api.get("/v1/reviews?" + query);
		refused(answer, HttpStatus.BAD_REQUEST, code);
		assertThat(answer).bodyJson()
			.extractingPath("$.errors[0].source.parameter")
			.isEqualTo(query.substring(0, query.indexOf('=')));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"version\":1}|/decision", "{\"decision\":\"APPROVE\"}|/version",
			"{\"decision\":\"SUPERSEDED\",\"version\":1}|/decision", "{\"decision\":\"MAYBE\",\"version\":1}|/decision",
			"{\"decision\":1,\"version\":1}|/decision", "{\"decision\":\"REJECT\",\"version\":1}|/note",
			"{\"decision\":\"APPROVE_WITH_EDITS\",\"version\":1,\"edits\":{\"episodes\":0}}|/edits/episodes",
			"{\"decision\":\"APPROVE\",\"version\":1,\"reviewer\":\"eve\"}|/reviewer" })
	void saysWhichFieldOfADecisionIsWrong(String body, String pointer) {
		ReviewTask task = open("api-invalid");
		MvcTestResult answer = this.api.decide(task, body);
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.extractingPath("$.errors[0].source.pointer")
			.isEqualTo(pointer);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void namesAllThatIsWrongWithADecision() {
		ReviewTask task = open("api-all-wrong");
		MvcTestResult answer = this.api.decide(task, """
				{"decision":"APPROVE_WITH_EDITS","version":1,"note":"\\u0007",
				"edits":{"episodes":0,"title":"","episodeRows":[{"episode":"1"},{"episode":"x"}]}}""");
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.extractingPath("$.errors[*].source.pointer")
			.asArray()
			.containsExactlyInAnyOrder("/note", "/edits/episodes", "/edits/title", "/edits/episodeRows/1/episode");
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void tellsWhatAReviewIsNowThatAnOlderOneWasDecided() {
		ReviewTask task = open("api-older");
		ReviewTask newer = task.askedAgain(aQuestion("api-older", "second", task.animeId()), task.queuedAt());
		this.tasks.save(newer);
		MvcTestResult stale = this.api.decide(task, APPROVAL);
		refused(stale, HttpStatus.CONFLICT, "stale_version");
		assertThat(stale).bodyJson()
			.extractingPath("$.errors[0].meta.current")
			.asMap()
			.containsEntry("id", task.id().toString());
		assertThat(stale).bodyJson().extractingPath("$.errors[0].meta.current.attributes.version").isEqualTo(2);
		MvcTestResult changed = this.api.decide(task, "{\"decision\":\"APPROVE\",\"version\":2,\"entryVersion\":77}");
		refused(changed, HttpStatus.CONFLICT, "stale_version");
		assertThat(this.tasks.find(task.id())).hasValue(newer);
	}

	@ParameterizedTest
	@ValueSource(strings = { NOBODY, "7", "anime%239d8c8ec8-75e9-5630-983e-07b4cd37a972", "..." })
	void doesNotKnowEveryReview(String id) {
		refused(this.api.as("reviews.read", "/v1/reviews/" + id), HttpStatus.NOT_FOUND, "review_not_found");
		refused(this.api.decideAs("reviews.decide", id, APPROVAL), HttpStatus.NOT_FOUND, "review_not_found");
	}

	@Test
	void answersWhatIsNoDecisionWithAnErrorDocument() {
		ReviewTask task = open("api-odd");
		refused(this.api.decide(task, "{"), HttpStatus.BAD_REQUEST, "malformed_json");
		refused(this.http.post()
			.uri("/v1/reviews/" + task.id() + "/decision")
			.header("Authorization", "Bearer reviews.decide")
			.contentType(MediaType.TEXT_PLAIN)
			.content("decision=APPROVE")
			.exchange(), HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
		refused(this.http.delete()
			.uri("/v1/reviews/" + task.id())
			.header("Authorization", "Bearer reviews.decide")
			.exchange(), HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed");
	}

	private ReviewTask open(String execution) {
		ReviewTask task = anOpenTask(execution);
		this.tasks.save(task);
		return task;
	}

}

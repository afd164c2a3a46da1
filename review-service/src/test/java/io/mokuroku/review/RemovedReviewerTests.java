package io.mokuroku.review;

import java.net.URI;
import java.util.List;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static io.mokuroku.review.Reviews.anOpenTask;
import static io.mokuroku.review.ReviewsApi.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Reviewers come and go; whoever goes is out at once, whatever their token says.
 */
@ReviewServiceTest
final class RemovedReviewerTests {

	private static final String APPROVAL = "{\"decision\":\"APPROVE\",\"version\":1}";

	private final MockMvcTester http;

	private final ReviewTasks tasks;

	RemovedReviewerTests(MockMvcTester http, ReviewTasks tasks) {
		this.http = http;
		this.tasks = tasks;
	}

	@Test
	void canNoLongerOpenOrDecide() {
		ReviewTask task = anOpenTask("removed-reviewer");
		this.tasks.save(task);
		String page = "/portal/tasks/" + task.id();
		String api = "/v1/reviews/" + task.id();
		assertThat(invite("eve", "REVIEWER")).hasStatusOk();
		assertThat(portal(HttpMethod.GET, page, "eve")).hasStatusOk();
		assertThat(get(api, "eve")).hasStatusOk();
		assertThat(remove("eve", "ada")).hasStatus(HttpStatus.NO_CONTENT);
		for (String path : new String[] { "/portal", page }) {
			assertThat(portal(HttpMethod.GET, path, "eve")).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(portal(HttpMethod.POST, page + "/decision", "eve")).hasStatus(HttpStatus.FORBIDDEN);
		refused(get("/v1/reviews", "eve"), HttpStatus.FORBIDDEN, "forbidden");
		refused(get(api, "eve"), HttpStatus.FORBIDDEN, "forbidden");
		refused(post(api + "/decision", "eve", APPROVAL), HttpStatus.FORBIDDEN, "forbidden");
		assertThat(this.tasks.find(task.id()).orElseThrow().state()).isEqualTo(TaskState.OPEN);
		assertThat(portal(HttpMethod.GET, page, "ada")).as("others go on").hasStatusOk();
	}

	@Test
	void leavesWhatTheyWorkedOnToOthers() {
		ReviewTask task = anOpenTask("removed-claims");
		this.tasks.save(task);
		assertThat(post("/v1/reviews/" + task.id() + "/claim", "eli", "{}").getResponse().getStatus()).isBetween(200,
				299);
		assertThat(this.tasks.find(task.id()).orElseThrow().claim()).isNotNull();
		assertThat(remove("eli", "ada")).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.tasks.find(task.id()).orElseThrow().claim()).isNull();
		assertThat(this.tasks.find(task.id()).orElseThrow().state()).isEqualTo(TaskState.OPEN);
	}

	@Test
	void comesBackWhenInvitedAgain() {
		invite("mio", "REVIEWER");
		remove("mio", "ada");
		assertThat(get("/v1/reviews", "mio")).hasStatus(HttpStatus.FORBIDDEN);
		invite("mio", "REVIEWER");
		assertThat(get("/v1/reviews", "mio")).hasStatusOk();
	}

	@Test
	void isOutAlsoIfNobodyEverInvitedThem() {
		assertThat(get("/v1/reviews", "stranger")).hasStatusOk();
		assertThat(remove("stranger", "ada")).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(get("/v1/reviews", "stranger")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void cannotBeOneself() {
		refused(remove("ada", "ada"), HttpStatus.CONFLICT, "own_removal");
	}

	@Test
	void areListedAsLongAsTheyAreThere() {
		invite("kai", "LEAD");
		assertThat(get("/v1/reviewers", "ada")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data[?(@.id == 'kai')].attributes.role")
			.isEqualTo(List.of("LEAD"));
		remove("kai", "ada");
		assertThat(get("/v1/reviewers", "ada")).bodyJson()
			.extractingPath("$.data[?(@.id == 'kai')]")
			.isEqualTo(List.of());
	}

	@Test
	void areTheBusinessOfLeads() {
		invite("rin", "REVIEWER");
		refused(get("/v1/reviewers", "rin"), HttpStatus.FORBIDDEN, "forbidden");
		refused(get("/v1/review-templates", "rin"), HttpStatus.FORBIDDEN, "forbidden");
		refused(this.http.get().uri("/v1/reviewers").header("Authorization", "Bearer reviews.decide").exchange(),
				HttpStatus.FORBIDDEN, "insufficient_scope");
	}

	@Test
	void haveNamesThatCanBeWritten() {
		assertThat(invite("", "REVIEWER")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(invite("a b", "REVIEWER")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(invite("kim", "OWNER")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private MvcTestResult invite(String name, String role) {
		return post("/v1/reviewers", "ada", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role));
	}

	private MvcTestResult remove(String name, String by) {
		return this.http.delete().uri("/v1/reviewers/" + name).with(token(by)).exchange();
	}

	private MvcTestResult get(String path, String as) {
		return this.http.get().uri(URI.create(path)).with(token(as)).exchange();
	}

	private MvcTestResult post(String path, String as, String body) {
		return this.http.post()
			.uri(path)
			.with(token(as))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult portal(HttpMethod method, String path, String as) {
		return this.http.method(method)
			.uri(path)
			.with(user(as)
				.authorities(AuthorityUtils.createAuthorityList("SCOPE_reviews.read", "SCOPE_reviews.decide")))
			.with(csrf())
			.exchange();
	}

	/** A token that allows everything, as those of removed people still do. */
	private static RequestPostProcessor token(String as) {
		return jwt().jwt((token) -> token.subject(as))
			.authorities(AuthorityUtils.createAuthorityList("SCOPE_reviews.read", "SCOPE_reviews.decide",
					"SCOPE_reviews.manage"));
	}

}

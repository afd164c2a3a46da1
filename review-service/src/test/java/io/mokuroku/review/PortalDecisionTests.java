package io.mokuroku.review;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.Claim;
import io.mokuroku.review.task.Drafts;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskState;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anApproval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The form under a review, sent as a browser sends it.
 */
@ReviewServiceTest
final class PortalDecisionTests {

	private final MockMvcTester http;

	private final EntryParts parts;

	private final ReviewTasks tasks;

	private final Drafts drafts;

	private final MockHttpSession session = new MockHttpSession();

	private final ReviewForm form;

	private final AnimeEntry proposal = Entries.aDraft("Monsta", "MYANIMELIST#19");

	PortalDecisionTests(MockMvcTester http, EntryParts parts, ReviewTasks tasks, Drafts drafts) {
		this.http = http;
		this.parts = parts;
		this.tasks = tasks;
		this.drafts = drafts;
		this.form = new ReviewForm(http, this.session);
	}

	@BeforeEach
	void emptyTheDesk() {
		ReviewServiceTest.Surroundings.ENGINES.reset();
		this.parts.putProposal(this.proposal);
	}

	@Test
	void decidesAndShowsTheResult() {
		ReviewTask task = ask("form-approve");
		Document page = this.form.page(task);
		MvcTestResult answer = this.form.send(task, page, Map.of("decision", "APPROVE"));
		assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).headers().hasValue("Location", "/portal/tasks/" + task.id());
		assertThat(state(task)).isEqualTo(TaskState.DELIVERED);
		Document after = this.form.page(task);
		assertThat(after.select("form.decision")).isEmpty();
		assertThat(after.select(".history").text()).contains("ada APPROVE");
		assertThat(after.select(".outcome").text()).contains("Approved.", "The workflow knows it and goes on.");
		assertThat(this.form.send(task, page, Map.of("decision", "APPROVE"))).as("the button was pressed twice")
			.hasStatus(HttpStatus.SEE_OTHER);
	}

	@Test
	void takesNoFormThatDoesNotProveWhereItComesFrom() {
		ReviewTask task = ask("form-forged");
		Document page = this.form.page(task);
		page.select("form.decision input[name=_csrf]").remove();
		MvcTestResult forged = this.form.send(task, page, Map.of("decision", "APPROVE"));
		assertThat(forged).hasStatus(HttpStatus.FORBIDDEN).hasContentType("text/html;charset=UTF-8");
		assertThat(this.form.send(task, page, Map.of("decision", "APPROVE", "_csrf", "guessed")))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void takesNoTokenOfAnotherSession() {
		ReviewTask task = ask("form-stolen");
		Document page = this.form.page(task);
		this.session.invalidate();
		MvcTestResult stolen = this.http.post()
			.uri("/portal/tasks/" + task.id() + "/decision")
			.session(new MockHttpSession())
			.with(ReviewForm.reviewer())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.params(ReviewForm.filled(page, Map.of("decision", "APPROVE")))
			.exchange();
		assertThat(stolen).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void letsNobodyDecideWhoMayOnlyRead() {
		ReviewTask task = ask("form-reader");
		Document page = this.form.page(task);
		assertThat(this.http.post()
			.uri("/portal/tasks/" + task.id() + "/decision")
			.session(this.session)
			.with(user("eve").authorities(AuthorityUtils.createAuthorityList("SCOPE_reviews.read")))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.params(ReviewForm.filled(page, Map.of("decision", "APPROVE")))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void saysWhatIsWrongAndKeepsWhatWasTyped() {
		ReviewTask task = ask("form-invalid");
		MvcTestResult answer = this.form.send(task, this.form.page(task),
				Map.of("decision", "APPROVE_WITH_EDITS", "title", "Monster", "episodes", "many", "note", "<b>"));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		Document again = HtmlPages.read(answer);
		assertThat(again.select("[role=alert]").text()).contains("Episodes must be a whole number");
		assertThat(again.select("input[name=title]").val()).isEqualTo("Monster");
		assertThat(again.select("textarea[name=note]").val()).isEqualTo("<b>");
		assertThat(this.form.send(task, this.form.page(task), Map.of("decision", "REJECT")))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void showsTheNewerVersionWhenTheReviewHasChanged() {
		ReviewTask task = ask("form-stale");
		Document old = this.form.page(task);
		this.tasks.save(task.askedAgain(aQuestion("form-stale", "second", task.animeId()), ASKED));
		MvcTestResult answer = this.form.send(task, old, Map.of("decision", "REJECT", "note", "my reason"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		Document newer = HtmlPages.read(answer);
		assertThat(newer.select("[role=alert]").text()).contains("has changed since you opened it");
		assertThat(newer.select("form.decision input[name=version]").val()).isEqualTo("2");
		assertThat(newer.select("textarea[name=note]").val()).isEqualTo("my reason");
		assertThat(this.form.send(task, newer, Map.of("decision", "REJECT"))).hasStatus(HttpStatus.SEE_OTHER);
	}

	@Test
	void saysWhenSomebodyElseHasDecided() {
		ReviewTask task = ask("form-late");
		Document page = this.form.page(task);
		this.tasks.save(task.decided(anApproval()));
		MvcTestResult answer = this.form.send(task, page, Map.of("decision", "REJECT", "note", "no"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(HtmlPages.read(answer).select("[role=alert]").text()).contains("Somebody else has decided");
		assertThat(HtmlPages.read(answer).select("form.decision")).isEmpty();
	}

	@Test
	void keepsAwayFromWhatAnotherWorksOn() {
		ReviewTask task = ask("form-held");
		Document page = this.form.page(task);
		ReviewTask held = task.claimed(new Claim("grace", Instant.now().plusSeconds(600)), ASKED);
		this.tasks.save(held);
		MvcTestResult answer = this.form.send(task, page, Map.of("decision", "APPROVE"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(HtmlPages.read(answer).select("[role=alert]").text()).contains("grace works on this review");
		assertThat(this.form.post(task, "claim", page, Map.of())).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.tasks.find(task.id())).hasValue(held);
	}

	@Test
	void claimsAndGivesBack() {
		ReviewTask task = ask("form-claim");
		Document page = this.form.page(task);
		assertThat(this.form.post(task, "claim", page, Map.of())).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(this.form.page(task).select(".claim").text()).contains("You work on this until");
		assertThat(this.form.post(task, "claim", page, Map.of("release", "true"))).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(this.form.page(task).select(".claim").text()).contains("Nobody works on this yet");
	}

	@Test
	void keepsADraftUntilItIsSent() {
		ReviewTask task = ask("form-draft");
		Document page = this.form.page(task);
		MvcTestResult kept = this.form.post(task, "draft", page, Map.of("title", "<i>Monster</i>", "draft", "0"));
		assertThat(kept).hasStatusOk().bodyJson().extractingPath("$.revision").isEqualTo(1);
		assertThat(this.form.post(task, "draft", page, Map.of("title", "other window", "draft", "0")))
			.hasStatus(HttpStatus.CONFLICT);
		Document again = this.form.page(task);
		assertThat(again.select("input[name=title]").val()).isEqualTo("<i>Monster</i>");
		assertThat(again.select(".draft").text()).contains("Your draft of");
		assertThat(this.form.post(task, "draft", page, Map.of("note", "あ".repeat(66_667), "draft", "1")))
			.hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(this.form.post(task, "draft", page, Map.of("discard", "true"))).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(this.form.page(task).select("input[name=title]").val()).isEqualTo("Monsta");
		this.form.post(task, "draft", page, Map.of("title", "Monster", "draft", "0"));
		this.form.send(task, this.form.page(task), Map.of("decision", "APPROVE_WITH_EDITS"));
		assertThat(this.form.post(task, "draft", page, Map.of("title", "too late", "draft", "0")))
			.hasStatus(HttpStatus.GONE);
	}

	@Test
	void showsTheDraftWhenAnotherWasFaster() {
		ReviewTask task = ask("form-faster");
		Document page = this.form.page(task);
		this.form.post(task, "draft", page, Map.of("title", "Monster", "draft", "0"));
		this.tasks.save(task.claimed(new Claim("grace", Instant.now().plusSeconds(600)), ASKED));
		MvcTestResult answer = this.form.post(task, "claim", page, Map.of());
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		Document again = HtmlPages.read(answer);
		assertThat(again.select("form.decision").attr("data-draft")).isEqualTo("1");
		assertThat(again.select("input[name=title]").val()).as("what the next key stroke keeps").isEqualTo("Monster");
	}

	@Test
	void keepsTheDraftOfAReviewThatIsPutOff() {
		ReviewTask task = ask("form-put-off");
		this.form.post(task, "draft", this.form.page(task), Map.of("title", "Monster", "draft", "0"));
		String tomorrow = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(1).withNano(0).toString();
		assertThat(this.form.send(task, this.form.page(task), Map.of("decision", "DEFER", "until", tomorrow)))
			.hasStatus(HttpStatus.SEE_OTHER);
		assertThat(this.drafts.find(task.id(), "ada"))
			.hasValueSatisfying((draft) -> assertThat(draft.fields()).containsEntry("title", List.of("Monster")));
	}

	private ReviewTask ask(String execution) {
		ReviewTask task = Reviews.asked(aQuestion(execution, this.proposal.id()), ASKED);
		this.tasks.save(task);
		return task;
	}

	private TaskState state(ReviewTask task) {
		return this.tasks.find(task.id()).orElseThrow().state();
	}

}

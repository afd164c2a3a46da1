package io.mokuroku.review;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.Claim;
import io.mokuroku.review.task.Drafts;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.Subject;
import io.mokuroku.review.task.TaskState;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.json.JsonMapper;

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

	private final AnimeStore store;

	private final ReviewTasks tasks;

	private final Drafts drafts;

	private final MockHttpSession session = new MockHttpSession();

	private final AnimeEntry proposal = Entries.aDraft("Monsta", "MYANIMELIST#19");

	PortalDecisionTests(MockMvcTester http, EntryParts parts, AnimeStore store, ReviewTasks tasks, Drafts drafts) {
		this.http = http;
		this.parts = parts;
		this.store = store;
		this.tasks = tasks;
		this.drafts = drafts;
	}

	@BeforeEach
	void emptyTheDesk() {
		ReviewServiceTest.Surroundings.ENGINES.reset();
		this.parts.putProposal(this.proposal);
	}

	@Test
	void decidesAndShowsTheResult() {
		ReviewTask task = ask("form-approve");
		Document page = page(task);
		MvcTestResult answer = send(task, page, Map.of("decision", "APPROVE"));
		assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).headers().hasValue("Location", "/portal/tasks/" + task.id());
		assertThat(state(task)).isEqualTo(TaskState.DELIVERED);
		Document after = page(task);
		assertThat(after.select("form.decision")).isEmpty();
		assertThat(after.select(".history").text()).contains("ada APPROVE");
		assertThat(after.select(".outcome").text()).contains("Approved.", "The workflow knows it and goes on.");
		assertThat(send(task, page, Map.of("decision", "APPROVE"))).as("the button was pressed twice")
			.hasStatus(HttpStatus.SEE_OTHER);
	}

	@Test
	void sendsAlongOnlyWhatWasCorrected() {
		ReviewTask task = ask("form-edit");
		assertThat(send(task, page(task), Map.of("decision", "APPROVE_WITH_EDITS", "title", "Monster")))
			.hasStatus(HttpStatus.SEE_OTHER);
		AnimeEntry corrected = this.parts.findProposal(this.proposal.id()).orElseThrow();
		assertThat(corrected.titles().main()).isEqualTo("Monster");
		assertThat(corrected.provenance()).containsOnlyKeys("titles.main");
	}

	@Test
	void takesCorrectionsOfRelationsAndLocksThem() {
		AnimeEntry other = Entries.aDraft("Another Monster", "MYANIMELIST#1021");
		this.store.add(List.of(other));
		Relation kept = new Relation(RelationType.SIDE_STORY, SourceLink.ofKey("ANILIST#7"), null, "Aside",
				AnimeType.OVA, List.of(Provider.ANILIST));
		Relation wrong = new Relation(RelationType.PREQUEL, SourceLink.ofKey("MYANIMELIST#20"), other.id(), "Monster 2",
				AnimeType.TV, List.of(Provider.MYANIMELIST), true);
		Relation gone = new Relation(RelationType.OTHER, SourceLink.ofKey("MYANIMELIST#21"));
		this.parts.putProposal(this.proposal.with((change) -> change.relations = List.of(kept, wrong, gone)));
		ReviewTask task = ask("form-relations");
		LinkedMultiValueMap<String, String> fields = form(page(task), Map.of("decision", "APPROVE_WITH_EDITS"));
		fields.put("relations.type", List.of("SIDE_STORY", "SEQUEL", "", "SUMMARY"));
		fields.put("relations.target", List.of("https://anilist.co/anime/7", "https://myanimelist.net/anime/20",
				"https://myanimelist.net/anime/21", " https://myanimelist.net/anime/1021/Another_Monster "));
		assertThat(post(task, "decision", fields)).hasStatus(HttpStatus.SEE_OTHER);
		AnimeEntry corrected = this.parts.findProposal(this.proposal.id()).orElseThrow();
		assertThat(corrected.relations()).containsExactly(
				new Relation(RelationType.SEQUEL, wrong.target(), other.id(), "Monster 2", AnimeType.TV, List.of()),
				kept, new Relation(RelationType.SUMMARY, SourceLink.ofKey("MYANIMELIST#1021"), other.id(),
						"Another Monster", AnimeType.TV, List.of()));
		assertThat(corrected.provenance().get("relations")).isNotNull().returns(true, Provenance::humanLocked);
	}

	@ParameterizedTest
	@CsvSource({ "SEQUEL,https://myanimelist.net/anime/19", "SEQUEL,javascript:alert(1)", "SEQUEL,Monster 2",
			"NEXT,https://myanimelist.net/anime/20" })
	void refusesRelationsThatCannotBe(String type, String target) {
		this.store.add(List.of(this.proposal));
		ReviewTask task = ask("form-no-relation" + type + target.length());
		MvcTestResult answer = send(task, page(task),
				Map.of("decision", "APPROVE_WITH_EDITS", "relations.type", type, "relations.target", target));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(HtmlPages.read(answer).select("#field-relations-fault").text()).startsWith("must be ");
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void takesCorrectionsOfListsToTheWorkflow() {
		AnimeId id = this.proposal.id();
		this.parts.putEpisodes(ProofEntries.episodes(id));
		this.parts.replaceCharacters(id, ProofEntries.characters(id));
		ReviewTask task = ask("form-lists");
		LinkedMultiValueMap<String, String> fields = form(page(task), Map.of("decision", "APPROVE_WITH_EDITS"));
		fields.put("episodeRows.episode", List.of("12", "", " special:1 "));
		fields.put("episodeRows.title", List.of("The letter that came back", "", "Aside"));
		fields.put("episodeRows.remove", List.of("", "", ""));
		fields.put("episodeShifts.from", List.of("14", ""));
		fields.put("episodeShifts.to", List.of("100", ""));
		fields.put("episodeShifts.numbers", List.of("-1", ""));
		fields.put("characterRows.character", List.of(new UUID(1, 7).toString(), ""));
		fields.put("characterRows.split", List.of("https://anilist.co/character/7", ""));
		fields.put("staffRows.name", List.of("Ume Kato", ""));
		fields.put("staffRows.roles", List.of("Director; Music", ""));
		assertThat(post(task, "decision", fields)).hasStatus(HttpStatus.SEE_OTHER);
		String answer = ReviewServiceTest.Surroundings.STATES.answers().getLast().body().path("output").asString("");
		assertThat(JsonMapper.shared().readTree(answer).path("edits")).isEqualTo(JsonMapper.shared().readTree("""
				{"episodeRows": [{"episode": "12", "title": "The letter that came back"},
				 {"episode": "special:1", "title": "Aside"}],
				 "episodeShifts": [{"from": "14", "to": "100", "numbers": -1}],
				 "characterRows": [{"character": "00000000-0000-0001-0000-000000000007",
				  "split": "https://anilist.co/character/7"}],
				 "staffRows": [{"name": "Ume Kato", "roles": ["Director", "Music"]}]}"""));
		assertThat(this.parts.findProposal(id).orElseThrow().provenance()).containsKeys("episodeList", "characters",
				"staff");
		assertThat(page(task).select(".history").text())
			.contains("characterRows, episodeRows, episodeShifts, staffRows");
	}

	@ParameterizedTest
	@CsvSource({ "episodeShifts,from,14,to,100,numbers,-2,must not give two episodes the number 12",
			"episodeShifts,from,1,to,3,numbers,-2,must not give an episode a number below 0",
			"episodeShifts,from,9,to,3,days,1,row 1: must not lie before the first",
			"episodeRows,episode,13,remove,yes,title,x,row 1: must be an episode of the list",
			"episodeRows,episode,1,aired,2026-02-30,title,x,row 1: must be a day of the calendar",
			"episodeRows,episode,first,title,x,aired,2026-02-03,'row 1: must be the number of an episode, such as 13'",
			"characterRows,character,9d8c8ec8-75e9-5630-983e-07b4cd37a972,name,x,role,MAIN,row 1: must be a character",
			"characterRows,character,00000000-0000-0001-0000-000000000007,split,https://kitsu.app/7,name,x,row 1: must be one of",
			"characterRows,character,00000000-0000-0001-0000-000000000007,join,00000000-0000-0001-0000-000000000007,name,x,row 1: must be another",
			"staffRows,roles,Director,person,9d8c8ec8-75e9-5630-983e-07b4cd37a972,name,x,row 1: must be a person" })
	void refusesCorrectionsOfListsThatMakeNone(String editor, String first, String one, String second, String two,
			String third, String three, String rule) {
		this.parts.putEpisodes(ProofEntries.episodes(this.proposal.id()));
		this.parts.replaceCharacters(this.proposal.id(), ProofEntries.characters(this.proposal.id()));
		ReviewTask task = ask("form-no-list" + Integer.toHexString((editor + one + two + three).hashCode()));
		MvcTestResult answer = send(task, page(task), Map.of("decision", "APPROVE_WITH_EDITS", editor + "." + first,
				one, editor + "." + second, two, editor + "." + third, three));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		Document again = HtmlPages.read(answer);
		assertThat(again.select("#field-" + editor + "-fault").text()).startsWith(rule);
		assertThat(again.select("[name=" + editor + "." + first + "]").val()).as("what was typed").isEqualTo(one);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void takesNoFormThatDoesNotProveWhereItComesFrom() {
		ReviewTask task = ask("form-forged");
		Document page = page(task);
		page.select("form.decision input[name=_csrf]").remove();
		MvcTestResult forged = send(task, page, Map.of("decision", "APPROVE"));
		assertThat(forged).hasStatus(HttpStatus.FORBIDDEN).hasContentType("text/html;charset=UTF-8");
		assertThat(send(task, page, Map.of("decision", "APPROVE", "_csrf", "guessed"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void takesNoTokenOfAnotherSession() {
		ReviewTask task = ask("form-stolen");
		Document page = page(task);
		this.session.invalidate();
		MvcTestResult stolen = this.http.post()
			.uri("/portal/tasks/" + task.id() + "/decision")
			.session(new MockHttpSession())
			.with(reviewer())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.params(form(page, Map.of("decision", "APPROVE")))
			.exchange();
		assertThat(stolen).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void letsNobodyDecideWhoMayOnlyRead() {
		ReviewTask task = ask("form-reader");
		Document page = page(task);
		assertThat(this.http.post()
			.uri("/portal/tasks/" + task.id() + "/decision")
			.session(this.session)
			.with(user("eve").authorities(AuthorityUtils.createAuthorityList("SCOPE_reviews.read")))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.params(form(page, Map.of("decision", "APPROVE")))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void saysWhatIsWrongAndKeepsWhatWasTyped() {
		ReviewTask task = ask("form-invalid");
		MvcTestResult answer = send(task, page(task),
				Map.of("decision", "APPROVE_WITH_EDITS", "title", "Monster", "episodes", "many", "note", "<b>"));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		Document again = HtmlPages.read(answer);
		assertThat(again.select("[role=alert]").text()).contains("Episodes must be a whole number");
		assertThat(again.select("input[name=title]").val()).isEqualTo("Monster");
		assertThat(again.select("textarea[name=note]").val()).isEqualTo("<b>");
		assertThat(send(task, page(task), Map.of("decision", "REJECT"))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void showsTheNewerVersionWhenTheReviewHasChanged() {
		ReviewTask task = ask("form-stale");
		Document old = page(task);
		this.tasks.save(task.askedAgain(aQuestion("form-stale", "second", task.animeId()), ASKED));
		MvcTestResult answer = send(task, old, Map.of("decision", "REJECT", "note", "my reason"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		Document newer = HtmlPages.read(answer);
		assertThat(newer.select("[role=alert]").text()).contains("has changed since you opened it");
		assertThat(newer.select("form.decision input[name=version]").val()).isEqualTo("2");
		assertThat(newer.select("textarea[name=note]").val()).isEqualTo("my reason");
		assertThat(send(task, newer, Map.of("decision", "REJECT"))).hasStatus(HttpStatus.SEE_OTHER);
	}

	@Test
	void saysWhenSomebodyElseHasDecided() {
		ReviewTask task = ask("form-late");
		Document page = page(task);
		this.tasks.save(task.decided(anApproval()));
		MvcTestResult answer = send(task, page, Map.of("decision", "REJECT", "note", "no"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(HtmlPages.read(answer).select("[role=alert]").text()).contains("Somebody else has decided");
		assertThat(HtmlPages.read(answer).select("form.decision")).isEmpty();
	}

	@Test
	void keepsCorrectionsWhenWhatIsProposedChanges() {
		ReviewTask task = ask("form-newer");
		Document old = page(task);
		this.tasks.save(task.askedAgain(aQuestion("form-newer", "second", task.animeId()), ASKED));
		this.parts.putProposal(this.proposal.with((change) -> change.episodes = 75));
		MvcTestResult answer = send(task, old, Map.of("decision", "APPROVE_WITH_EDITS", "title", "Monster"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		Document newer = HtmlPages.read(answer);
		assertThat(newer.select(".clashes tbody tr").eachText()).containsExactly("Title Monsta Monster");
		assertThat(newer.select("input[name=title]").val()).isEqualTo("Monster");
		assertThat(newer.select("input[name=episodes]").val()).as("nobody touched it").isEqualTo("75");
		assertThat(send(task, newer, Map.of("decision", "APPROVE_WITH_EDITS"))).hasStatus(HttpStatus.SEE_OTHER);
		AnimeEntry corrected = this.parts.findProposal(this.proposal.id()).orElseThrow();
		assertThat(corrected.titles().main()).isEqualTo("Monster");
		assertThat(corrected.episodes()).isEqualTo(75);
	}

	@Test
	void showsRelationsBesideThoseThatWereTyped() {
		Relation sequel = new Relation(RelationType.SEQUEL, SourceLink.ofKey("ANILIST#7"));
		ReviewTask task = ask("form-clash");
		Document old = page(task);
		this.tasks.save(task.askedAgain(aQuestion("form-clash", "second", task.animeId()), ASKED));
		this.parts.putProposal(this.proposal.with((change) -> change.relations = List.of(sequel)));
		MvcTestResult answer = send(task, old, Map.of("decision", "APPROVE_WITH_EDITS", "relations.type", "PREQUEL",
				"relations.target", "https://anilist.co/anime/8"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(HtmlPages.read(answer).select(".clashes tbody tr").eachText())
			.containsExactly("Relations SEQUEL https://anilist.co/anime/7 PREQUEL https://anilist.co/anime/8");
	}

	@Test
	void keepsAwayFromWhatAnotherWorksOn() {
		ReviewTask task = ask("form-held");
		Document page = page(task);
		ReviewTask held = task.claimed(new Claim("grace", Instant.now().plusSeconds(600)), ASKED);
		this.tasks.save(held);
		MvcTestResult answer = send(task, page, Map.of("decision", "APPROVE"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(HtmlPages.read(answer).select("[role=alert]").text()).contains("grace works on this review");
		assertThat(post(task, "claim", page, Map.of())).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.tasks.find(task.id())).hasValue(held);
	}

	@Test
	void claimsAndGivesBack() {
		ReviewTask task = ask("form-claim");
		Document page = page(task);
		assertThat(post(task, "claim", page, Map.of())).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(page(task).select(".claim").text()).contains("You work on this until");
		assertThat(post(task, "claim", page, Map.of("release", "true"))).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(page(task).select(".claim").text()).contains("Nobody works on this yet");
	}

	@Test
	void keepsADraftUntilItIsSent() {
		ReviewTask task = ask("form-draft");
		Document page = page(task);
		MvcTestResult kept = post(task, "draft", page, Map.of("title", "<i>Monster</i>", "draft", "0"));
		assertThat(kept).hasStatusOk().bodyJson().extractingPath("$.revision").isEqualTo(1);
		assertThat(post(task, "draft", page, Map.of("title", "other window", "draft", "0")))
			.hasStatus(HttpStatus.CONFLICT);
		Document again = page(task);
		assertThat(again.select("input[name=title]").val()).isEqualTo("<i>Monster</i>");
		assertThat(again.select(".draft").text()).contains("Your draft of");
		assertThat(post(task, "draft", page, Map.of("note", "x".repeat(200_001), "draft", "1")))
			.hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(post(task, "draft", page, Map.of("discard", "true"))).hasStatus(HttpStatus.SEE_OTHER);
		assertThat(page(task).select("input[name=title]").val()).isEqualTo("Monsta");
		post(task, "draft", page, Map.of("title", "Monster", "draft", "0"));
		send(task, page(task), Map.of("decision", "APPROVE_WITH_EDITS"));
		assertThat(post(task, "draft", page, Map.of("title", "too late", "draft", "0"))).hasStatus(HttpStatus.GONE);
	}

	@Test
	void showsTheDraftWhenAnotherWasFaster() {
		ReviewTask task = ask("form-faster");
		Document page = page(task);
		post(task, "draft", page, Map.of("title", "Monster", "draft", "0"));
		this.tasks.save(task.claimed(new Claim("grace", Instant.now().plusSeconds(600)), ASKED));
		MvcTestResult answer = post(task, "claim", page, Map.of());
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		Document again = HtmlPages.read(answer);
		assertThat(again.select("form.decision").attr("data-draft")).isEqualTo("1");
		assertThat(again.select("input[name=title]").val()).as("what the next key stroke keeps").isEqualTo("Monster");
	}

	@Test
	void keepsTheDraftOfAReviewThatIsPutOff() {
		ReviewTask task = ask("form-put-off");
		post(task, "draft", page(task), Map.of("title", "Monster", "draft", "0"));
		String tomorrow = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(1).withNano(0).toString();
		assertThat(send(task, page(task), Map.of("decision", "DEFER", "until", tomorrow)))
			.hasStatus(HttpStatus.SEE_OTHER);
		assertThat(this.drafts.find(task.id(), "ada"))
			.hasValueSatisfying((draft) -> assertThat(draft.fields()).containsEntry("title", List.of("Monster")));
	}

	@ParameterizedTest
	@CsvSource({ "title,''", "title,{long}", "synonyms,{long}", "type,FILM", "season,SOON", "episodes,0",
			"durationSeconds,86401", "year,1906", "airedFrom,2023-02-30", "airedTo,yesterday", "broadcast,someday 9",
			"country,Japan", "picture,javascript:alert(1)", "rating,X", "adult,perhaps" })
	void refusesWhatNoBrowserWouldSend(String field, String text) {
		ReviewTask task = ask("form-forged-" + field + text.length());
		MvcTestResult answer = send(task, page(task),
				Map.of("decision", "APPROVE_WITH_EDITS", field, text.equals("{long}") ? "x".repeat(501) : text));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(HtmlPages.read(answer).select("[role=alert] a[href=#field-" + field + "]")).isNotEmpty();
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	private MvcTestResult post(ReviewTask task, String what, Document page, Map<String, String> typed) {
		return post(task, what, form(page, typed));
	}

	private MvcTestResult post(ReviewTask task, String what, LinkedMultiValueMap<String, String> fields) {
		return this.http.post()
			.uri("/portal/tasks/" + task.id() + "/" + what)
			.session(this.session)
			.with(reviewer())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.params(fields)
			.exchange();
	}

	private ReviewTask ask(String execution) {
		ReviewTask task = ReviewTask.asked(aQuestion(execution, this.proposal.id()), Subject.UNKNOWN, ASKED);
		this.tasks.save(task);
		return task;
	}

	private Document page(ReviewTask task) {
		return HtmlPages
			.read(this.http.get().uri("/portal/tasks/" + task.id()).session(this.session).with(reviewer()).exchange());
	}

	private MvcTestResult send(ReviewTask task, Document page, Map<String, String> typed) {
		return post(task, "decision", page, typed);
	}

	/** Every field of the page's form as it stands there, but for what was typed. */
	private static LinkedMultiValueMap<String, String> form(Document page, Map<String, String> typed) {
		LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		page.select("form.decision")
			.forms()
			.getFirst()
			.formData()
			.forEach((field) -> fields.add(field.key(), field.value()));
		typed.forEach(fields::set);
		return fields;
	}

	private TaskState state(ReviewTask task) {
		return this.tasks.find(task.id()).orElseThrow().state();
	}

	private static RequestPostProcessor reviewer() {
		return user("ada")
			.authorities(AuthorityUtils.createAuthorityList("SCOPE_reviews.read", "SCOPE_reviews.decide"));
	}

}

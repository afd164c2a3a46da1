package io.mokuroku.review;

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
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reviewers correct in the form under a review.
 */
@ReviewServiceTest
final class PortalCorrectionsTests {

	private final EntryParts parts;

	private final AnimeStore store;

	private final ReviewTasks tasks;

	private final ReviewForm form;

	private final AnimeEntry proposal = Entries.aDraft("Monsta", "MYANIMELIST#19");

	PortalCorrectionsTests(MockMvcTester http, EntryParts parts, AnimeStore store, ReviewTasks tasks) {
		this.parts = parts;
		this.store = store;
		this.tasks = tasks;
		this.form = new ReviewForm(http, new MockHttpSession());
	}

	@BeforeEach
	void emptyTheDesk() {
		ReviewServiceTest.Surroundings.ENGINES.reset();
		this.parts.putProposal(this.proposal);
	}

	@Test
	void sendsAlongOnlyWhatWasCorrected() {
		ReviewTask task = ask("form-edit");
		assertThat(this.form.send(task, this.form.page(task),
				Map.of("decision", "APPROVE_WITH_EDITS", "title", "Monster")))
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
		LinkedMultiValueMap<String, String> fields = ReviewForm.filled(this.form.page(task),
				Map.of("decision", "APPROVE_WITH_EDITS"));
		fields.put("relations.type", List.of("SIDE_STORY", "SEQUEL", "", "SUMMARY"));
		fields.put("relations.target", List.of("https://anilist.co/anime/7", "https://myanimelist.net/anime/20",
				"https://myanimelist.net/anime/21", " https://myanimelist.net/anime/1021/Another_Monster "));
		assertThat(this.form.post(task, "decision", fields)).hasStatus(HttpStatus.SEE_OTHER);
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
		MvcTestResult answer = this.form.send(task, this.form.page(task),
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
		LinkedMultiValueMap<String, String> fields = ReviewForm.filled(this.form.page(task),
				Map.of("decision", "APPROVE_WITH_EDITS"));
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
		assertThat(this.form.post(task, "decision", fields)).hasStatus(HttpStatus.SEE_OTHER);
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
		assertThat(this.form.page(task).select(".history").text())
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
		MvcTestResult answer = this.form.send(task, this.form.page(task), Map.of("decision", "APPROVE_WITH_EDITS",
				editor + "." + first, one, editor + "." + second, two, editor + "." + third, three));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		Document again = HtmlPages.read(answer);
		assertThat(again.select("#field-" + editor + "-fault").text()).startsWith(rule);
		assertThat(again.select("[name=" + editor + "." + first + "]").val()).as("what was typed").isEqualTo(one);
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	@Test
	void keepsCorrectionsWhenWhatIsProposedChanges() {
		ReviewTask task = ask("form-newer");
		Document old = this.form.page(task);
		this.tasks.save(task.askedAgain(aQuestion("form-newer", "second", task.animeId()), ASKED));
		this.parts.putProposal(this.proposal.with((change) -> change.episodes = 75));
		MvcTestResult answer = this.form.send(task, old, Map.of("decision", "APPROVE_WITH_EDITS", "title", "Monster"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		Document newer = HtmlPages.read(answer);
		assertThat(newer.select(".clashes tbody tr").eachText()).containsExactly("Title Monsta Monster");
		assertThat(newer.select("input[name=title]").val()).isEqualTo("Monster");
		assertThat(newer.select("input[name=episodes]").val()).as("nobody touched it").isEqualTo("75");
		assertThat(this.form.send(task, newer, Map.of("decision", "APPROVE_WITH_EDITS")))
			.hasStatus(HttpStatus.SEE_OTHER);
		AnimeEntry corrected = this.parts.findProposal(this.proposal.id()).orElseThrow();
		assertThat(corrected.titles().main()).isEqualTo("Monster");
		assertThat(corrected.episodes()).isEqualTo(75);
	}

	@Test
	void showsRelationsBesideThoseThatWereTyped() {
		Relation sequel = new Relation(RelationType.SEQUEL, SourceLink.ofKey("ANILIST#7"));
		ReviewTask task = ask("form-clash");
		Document old = this.form.page(task);
		this.tasks.save(task.askedAgain(aQuestion("form-clash", "second", task.animeId()), ASKED));
		this.parts.putProposal(this.proposal.with((change) -> change.relations = List.of(sequel)));
		MvcTestResult answer = this.form.send(task, old, Map.of("decision", "APPROVE_WITH_EDITS", "relations.type",
				"PREQUEL", "relations.target", "https://anilist.co/anime/8"));
		assertThat(answer).hasStatus(HttpStatus.CONFLICT);
		assertThat(HtmlPages.read(answer).select(".clashes tbody tr").eachText())
			.containsExactly("Relations SEQUEL https://anilist.co/anime/7 PREQUEL https://anilist.co/anime/8");
	}

	@ParameterizedTest
	@CsvSource({ "title,''", "title,{long}", "synonyms,{long}", "type,FILM", "season,SOON", "episodes,0",
			"durationSeconds,86401", "year,1906", "airedFrom,2023-02-30", "airedTo,yesterday", "broadcast,someday 9",
			"country,Japan", "picture,javascript:alert(1)", "rating,X", "adult,perhaps" })
	void refusesWhatNoBrowserWouldSend(String field, String text) {
		ReviewTask task = ask("form-forged-" + field + text.length());
		MvcTestResult answer = this.form.send(task, this.form.page(task),
				Map.of("decision", "APPROVE_WITH_EDITS", field, text.equals("{long}") ? "x".repeat(501) : text));
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(HtmlPages.read(answer).select("[role=alert] a[href=#field-" + field + "]")).isNotEmpty();
		assertThat(this.tasks.find(task.id())).hasValue(task);
	}

	private ReviewTask ask(String execution) {
		ReviewTask task = Reviews.asked(aQuestion(execution, this.proposal.id()), ASKED);
		this.tasks.save(task);
		return task;
	}

}

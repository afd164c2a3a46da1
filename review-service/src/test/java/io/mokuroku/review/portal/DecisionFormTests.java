package io.mokuroku.review.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Rerun;
import io.mokuroku.review.task.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class DecisionFormTests {

	private final AnimeEntry proposal = Entries.aDraft("Monster", "MYANIMELIST#19").with((change) -> {
		change.titles = new Titles("Monster", "Naoki Urasawa's Monster", null, List.of("MONSTER", "Monsuta"));
		change.synopsis = "A surgeon.\nA boy. ";
		change.relations = List.of(new Relation(RelationType.SEQUEL, SourceLink.ofKey("MYANIMELIST#20")));
	});

	private final List<Fault> faults = new ArrayList<>();

	private final Map<String, List<String>> fields = new HashMap<>(Map.of("decision", List.of("APPROVE_WITH_EDITS"),
			"version", List.of("1"), "base", List.of(DecisionForm.base(this.proposal))));

	DecisionFormTests() {
		EditableFields.ALL
			.forEach((field) -> this.fields.put(field.name(), List.of(field.value().apply(this.proposal))));
		this.fields.put(RelationRows.TYPE, List.of("SEQUEL", ""));
		this.fields.put(RelationRows.TARGET, List.of("https://myanimelist.net/anime/20", ""));
	}

	@Test
	void correctsNothingWhereNothingWasChanged() {
		assertThat(edits()).isEqualTo(Edits.NONE);
		assertThat(this.faults).isEmpty();
	}

	@Test
	void correctsWhatWasChanged() {
		type("title", "MONSTER");
		type("episodes", "74");
		type("adult", "yes");
		type("synonyms", "Monsuta\n\n Der Mörder ");
		type("broadcast", "wednesday 01:00");
		type("season", "");
		assertThat(edits()).isEqualTo(Edits.of("title", "MONSTER")
			.and("episodes", 74)
			.and("adult", true)
			.and("synonyms", List.of("Monsuta", "Der Mörder"))
			.and("broadcast", Map.of("day", "WEDNESDAY", "time", "01:00"))
			.and("season", null));
		assertThat(this.faults).isEmpty();
	}

	@Test
	void correctsRelationsAsAWhole() {
		this.fields.put(RelationRows.TYPE, List.of("", "PREQUEL"));
		this.fields.put(RelationRows.TARGET,
				List.of("https://myanimelist.net/anime/20", " https://myanimelist.net/anime/21 "));
		assertThat(edits()).isEqualTo(Edits.of("relations",
				List.of(Map.of("type", "PREQUEL", "target", "https://myanimelist.net/anime/21"))));
	}

	@Test
	void locksWhatIsRightAlready() {
		this.fields.put("lock", List.of("title", "unknown"));
		assertThat(edits()).isEqualTo(Edits.of("title", "Monster"));
	}

	@Test
	void takesNoNoticeOfHowBrowsersBreakLines() {
		type("synopsis", "A surgeon.\r\nA boy.");
		type("synonyms", "MONSTER\r\nMonsuta\r\n");
		assertThat(edits()).isEqualTo(Edits.NONE);
	}

	@Test
	void comparesWithWhatThePageShowedAndNotWithWhatIsThereNow() {
		AnimeEntry newer = this.proposal.with((change) -> change.episodes = 75);
		type("title", "MONSTER");
		DecisionForm form = new DecisionForm(this.fields);
		assertThat(form.corrections(newer)).containsExactly(Map.entry("title", "MONSTER"));
		this.fields.remove("base");
		assertThat(new DecisionForm(this.fields).corrections(newer)).containsOnlyKeys("title", "episodes");
	}

	@Test
	void losesNoCorrectionThroughTheWrongButton() {
		type("title", "MONSTER");
		type("decision", "APPROVE");
		assertThat(edits()).isEqualTo(Edits.NONE);
		assertThat(this.faults).singleElement().satisfies((fault) -> {
			assertThat(fault.field()).isEqualTo("decision");
			assertThat(fault.rule()).contains("would lose what you corrected (Title)");
		});
	}

	@Test
	void letsARejectionDropCorrections() {
		type("title", "MONSTER");
		type("decision", "REJECT");
		type("note", " not\r\nthis ");
		assertThat(submission()).isEqualTo(new Submission(Verdict.REJECT, "not\nthis", 1, Edits.NONE));
		assertThat(this.faults).isEmpty();
	}

	@Test
	void readsWhatOtherDecisionsNeed() {
		type("stage", "EPISODES");
		type("until", "2026-12-01T09:30");
		type("other", "9d8c8ec8-75e9-5630-983e-07b4cd37a972");
		type("decision", "REQUEST_RERUN");
		assertThat(submission().stage()).isEqualTo(Rerun.EPISODES);
		type("decision", "DEFER");
		assertThat(submission().until()).isEqualTo(Instant.parse("2026-12-01T09:30:00Z"));
		type("decision", "MERGE");
		assertThat(submission().other()).hasToString("9d8c8ec8-75e9-5630-983e-07b4cd37a972");
		type("entryVersion", "7");
		assertThat(submission().entryVersion()).isEqualTo(7);
		assertThat(this.faults).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "REQUEST_RERUN,stage,EVERYTHING", "DEFER,until,tomorrow", "DEFER,until,''", "MERGE,other,19",
			"KEEP_SEPARATE,other,''", "APPROVE,version,x", "APPROVE,version,-1", "APPROVE,version,''",
			"APPROVE,entryVersion,1.5", "SUPERSEDED,decision,SUPERSEDED", "'',decision,''" })
	void saysWhatItCannotRead(String decision, String name, String text) {
		type("decision", decision);
		type(name, text);
		submission();
		assertThat(this.faults).extracting(Fault::field).containsExactly(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "twelve", "-1", "1.5", "1e3", "99999999999999999999", "٧" })
	void readsWholeNumbersOnly(String number) {
		type("episodes", number);
		edits();
		assertThat(this.faults).containsExactly(new Fault("edits.episodes", "must be a whole number"));
	}

	@Test
	void refusesToEmptyWhatNoEntryMayLack() {
		type("title", " ");
		type("englishTitle", " ");
		assertThat(edits().values()).containsEntry("englishTitle", null);
		assertThat(this.faults).containsExactly(new Fault("edits.title", "must not be blank"));
	}

	private void type(String name, String text) {
		this.fields.put(name, List.of(text));
	}

	private Edits edits() {
		return submission().edits();
	}

	private Submission submission() {
		return new DecisionForm(this.fields).submission(this.proposal, this.faults);
	}

}

package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class DecisionFormTests {

	private final AnimeEntry proposal = Entries.aDraft("Monster", "MYANIMELIST#19").with((change) -> {
		change.titles = new Titles("Monster", "Naoki Urasawa's Monster", null, List.of());
		change.synopsis = "A surgeon.\nA boy. ";
	});

	private final List<Fault> faults = new ArrayList<>();

	@Test
	void correctsNothingWhereNothingWasChanged() {
		DecisionForm shown = DecisionForm.of(this.proposal);
		assertThat(edits(shown.title(), shown.englishTitle(), shown.synopsis(), shown.episodes()))
			.isEqualTo(Edits.NONE);
		assertThat(this.faults).isEmpty();
	}

	@Test
	void correctsWhatWasChanged() {
		assertThat(edits("MONSTER", "Monster", "A brain surgeon.", "74")).isEqualTo(Edits.of("title", "MONSTER")
			.and("englishTitle", "Monster")
			.and("synopsis", "A brain surgeon.")
			.and("episodes", 74));
	}

	@Test
	void takesNoNoticeOfHowBrowsersBreakLines() {
		assertThat(edits(null, null, "A surgeon.\r\nA boy.", null)).isEqualTo(Edits.NONE);
		assertThat(edits(null, null, "A surgeon.\r\nA girl.", null).values())
			.isEqualTo(Map.of("synopsis", "A surgeon.\nA girl."));
		AnimeEntry broken = this.proposal.with((change) -> change.synopsis = "A surgeon.\r\nA boy.");
		DecisionForm form = new DecisionForm("APPROVE_WITH_EDITS", "1", null, null, null, "A surgeon.\r\nA boy.", null);
		assertThat(form.submission(broken, this.faults).edits()).isEqualTo(Edits.NONE);
	}

	@Test
	void doesNotCorrectWithAButtonThatDoesNotSaySo() {
		DecisionForm form = new DecisionForm("APPROVE", "1", null, "MONSTER", null, null, "x");
		assertThat(form.submission(this.proposal, this.faults))
			.isEqualTo(new Submission(Verdict.APPROVE, null, 1, Edits.NONE));
		assertThat(this.faults).isEmpty();
	}

	@Test
	void handsAnEmptiedFieldOnSoThatItIsRefused() {
		assertThat(edits("", " ", null, null)).isEqualTo(Edits.of("title", "").and("englishTitle", ""));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "approve", "DELETE", "0" })
	void knowsOnlyItsButtons(@Nullable String decision) {
		DecisionForm form = new DecisionForm(decision, "1", null, null, null, null, null);
		form.submission(this.proposal, this.faults);
		assertThat(this.faults).extracting(Fault::field).containsExactly("decision");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "twelve", "-1", "1.5", "1e3", "99999999999999999999", "٧" })
	void readsWholeNumbersOnly(String number) {
		edits(null, null, null, number);
		assertThat(this.faults).containsExactly(new Fault("edits.episodes", "must be a whole number"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "x", "-2" })
	void needsTheVersionOfThePage(@Nullable String version) {
		new DecisionForm("APPROVE", version, null, null, null, null, null).submission(this.proposal, this.faults);
		assertThat(this.faults).extracting(Fault::field).containsExactly("version");
	}

	@Test
	void showsWhatIsProposedAndNothingWithoutAProposal() {
		assertThat(DecisionForm.of(this.proposal).model()).containsEntry("title", "Monster")
			.containsEntry("englishTitle", "Naoki Urasawa's Monster")
			.containsEntry("episodes", "12")
			.containsEntry("note", "");
		assertThat(DecisionForm.of(null).model().values()).containsOnly("");
	}

	private Edits edits(@Nullable String title, @Nullable String english, @Nullable String synopsis,
			@Nullable String episodes) {
		DecisionForm form = new DecisionForm("APPROVE_WITH_EDITS", "1", null, title, english, synopsis, episodes);
		return form.submission(this.proposal, this.faults).edits();
	}

}

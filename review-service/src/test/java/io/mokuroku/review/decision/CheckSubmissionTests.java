package io.mokuroku.review.decision;

import java.util.List;

import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CheckSubmissionTests {

	@Test
	void takesAnApprovalWithAndWithoutANote() {
		assertThat(faults(Verdict.APPROVE, null, Edits.NONE)).isEmpty();
		assertThat(faults(Verdict.APPROVE, "line one\nline two\tand more\r\n", Edits.NONE)).isEmpty();
	}

	@Test
	void wantsAReasonForARefusal() {
		assertThat(faults(Verdict.REJECT, null, Edits.NONE)).containsExactly(new Fault("note", "must give the reason"));
		assertThat(faults(Verdict.REJECT, "  \n ", Edits.NONE)).extracting(Fault::field).containsExactly("note");
		assertThat(faults(Verdict.REJECT, "another season", Edits.NONE)).isEmpty();
	}

	@Test
	void takesCorrectionsOnlyWithTheVerdictThatIsForThem() {
		Edits edits = title("Monster");
		assertThat(faults(Verdict.APPROVE, null, edits)).extracting(Fault::field).containsExactly("edits");
		assertThat(faults(Verdict.REJECT, "no", edits)).extracting(Fault::field).containsExactly("edits");
		assertThat(faults(Verdict.APPROVE_WITH_EDITS, null, edits)).isEmpty();
		assertThat(faults(Verdict.APPROVE_WITH_EDITS, null, Edits.NONE))
			.containsExactly(new Fault("edits", "must correct something"));
	}

	@Test
	void letsNobodyChooseWhatOnlyTheSystemDecides() {
		assertThat(faults(Verdict.SUPERSEDED, null, Edits.NONE)).extracting(Fault::field).containsExactly("decision");
	}

	@Test
	void limitsTheLengthOfTexts() {
		assertThat(faults(Verdict.APPROVE, "n".repeat(2_000), Edits.NONE)).isEmpty();
		assertThat(faults(Verdict.APPROVE, "n".repeat(2_001), Edits.NONE)).extracting(Fault::field)
			.containsExactly("note");
		assertThat(corrected(Edits.of("title", "t".repeat(500))
			.and("englishTitle", "e".repeat(500))
			.and("synopsis", "s".repeat(10_000))
			.and("episodes", 9_999))).isEmpty();
		assertThat(corrected(Edits.of("title", "t".repeat(501))
			.and("englishTitle", "e".repeat(501))
			.and("synopsis", "s".repeat(10_001))
			.and("episodes", 10_000)))
			.containsExactly("edits.title", "edits.englishTitle", "edits.episodes", "edits.synopsis");
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 10_000, Integer.MAX_VALUE })
	void countsEpisodesFromOneToFourDigits(int episodes) {
		assertThat(corrected(Edits.of("episodes", episodes))).containsExactly("edits.episodes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t" })
	void refusesABlankTitle(String blank) {
		assertThat(corrected(title(blank))).contains("edits.title");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "a\u001bb", "a\nb", "a\tb", "a\u0085b" })
	void refusesControlCharactersInTitles(String text) {
		assertThat(corrected(title(text))).containsExactly("edits.title");
		assertThat(corrected(Edits.of("englishTitle", text))).containsExactly("edits.englishTitle");
	}

	@Test
	void takesLineBreaksInASynopsisButNoOtherControlCharacters() {
		assertThat(corrected(Edits.of("synopsis", "First.\r\n\tSecond."))).isEmpty();
		assertThat(corrected(Edits.of("synopsis", "First.\u0000"))).containsExactly("edits.synopsis");
	}

	@Test
	void namesEveryFaultAtOnce() {
		assertThat(faults(Verdict.APPROVE_WITH_EDITS, "\u0007", Edits.of("title", "").and("episodes", 0)))
			.extracting(Fault::field)
			.containsExactly("note", "edits.title", "edits.episodes");
	}

	private static List<String> corrected(Edits edits) {
		return faults(Verdict.APPROVE_WITH_EDITS, null, edits).stream().map(Fault::field).toList();
	}

	private static List<Fault> faults(Verdict verdict, @Nullable String note, Edits edits) {
		return CheckSubmission.form(new Submission(verdict, note, 1, edits));
	}

	private static Edits title(String title) {
		return Edits.of("title", title);
	}

}

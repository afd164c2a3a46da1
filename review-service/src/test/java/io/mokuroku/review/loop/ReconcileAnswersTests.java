package io.mokuroku.review.loop;

import java.time.Instant;
import java.util.List;

import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.loop.ReconcileAnswers.Reconciled;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ReconcileAnswersTests {

	private static final Edits TITLE = Edits.of("title", "Monster");

	@Test
	void takesTheAnswerOfOneWorkerAsItIs() {
		Submission only = correction("why", TITLE.and("airedTo", null));
		assertThat(ReconcileAnswers.of(List.of(only))).isEqualTo(new Reconciled.Agreed(only));
	}

	@Test
	void takesTheVerdictOfMoreThanHalf() {
		assertThat(of(answer(Verdict.APPROVE, null), answer(Verdict.REJECT, "no"), answer(Verdict.APPROVE, "yes")))
			.isEqualTo(new Reconciled.Agreed(answer(Verdict.APPROVE, "yes")));
		assertThat(of(answer(Verdict.APPROVE, null), answer(Verdict.REJECT, "no")))
			.isEqualTo(new Reconciled.Disagreed("the decision"));
		assertThat(of(answer(Verdict.APPROVE, null), answer(Verdict.REJECT, "no"), correction(null, TITLE)))
			.as("the most frequent is not more than half")
			.isEqualTo(new Reconciled.Disagreed("the decision"));
	}

	@Test
	void takesEveryFieldAsMoreThanHalfHaveIt() {
		assertThat(of(correction(null, TITLE.and("year", 2004).and("synopsis", "mine")),
				correction(null, TITLE.and("year", 2004)), correction(null, TITLE.and("year", 2005))))
			.as("only one would change the synopsis")
			.isEqualTo(new Reconciled.Agreed(correction(null, TITLE.and("year", 2004))));
		assertThat(of(correction(null, TITLE.and("year", 2004)), correction(null, TITLE.and("year", 2005))))
			.isEqualTo(new Reconciled.Disagreed("year"));
		assertThat(of(correction(null, TITLE.and("year", null)), correction(null, TITLE)))
			.as("emptied is not left alone")
			.isEqualTo(new Reconciled.Disagreed("year"));
	}

	@Test
	void doesNotApproveWithoutTheCorrectionsThatWereWanted() {
		assertThat(of(correction(null, Edits.of("title", "a")), correction(null, Edits.of("year", 1)),
				correction(null, Edits.of("episodes", 2))))
			.isEqualTo(new Reconciled.Disagreed("what is to be corrected"));
	}

	@Test
	void wantsAMajorityForWhatBelongsToAVerdict() {
		Submission soon = deferral("2026-12-01T00:00:00Z");
		Submission later = deferral("2026-12-02T00:00:00Z");
		assertThat(of(soon, later, later)).isEqualTo(new Reconciled.Agreed(later));
		assertThat(of(soon, later)).isEqualTo(new Reconciled.Disagreed("the moment"));
	}

	@Test
	void keepsEveryNoteOnceAndNoLongerThanTheRulesAllow() {
		assertThat(of(answer(Verdict.REJECT, "one"), answer(Verdict.REJECT, "two"), answer(Verdict.REJECT, "one")))
			.isEqualTo(new Reconciled.Agreed(answer(Verdict.REJECT, "one / two")));
		assertThat(of(answer(Verdict.REJECT, "a".repeat(1999)), answer(Verdict.REJECT, "b".repeat(1999))))
			.isEqualTo(new Reconciled.Agreed(answer(Verdict.REJECT, "a".repeat(1999) + "…")));
	}

	private static Reconciled of(Submission... answers) {
		return ReconcileAnswers.of(List.of(answers));
	}

	private static Submission answer(Verdict verdict, @Nullable String note) {
		return new Submission(verdict, note, 1, Edits.NONE);
	}

	private static Submission correction(@Nullable String note, Edits edits) {
		return new Submission(Verdict.APPROVE_WITH_EDITS, note, 1, edits);
	}

	private static Submission deferral(String until) {
		return new Submission(Verdict.DEFER, 1, null, null, null, Instant.parse(until), null, Edits.NONE);
	}

}

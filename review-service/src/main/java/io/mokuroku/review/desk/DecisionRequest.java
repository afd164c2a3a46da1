package io.mokuroku.review.desk;

import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Verdict;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a client sends it.
 *
 * @param decision what is decided
 * @param note why; needed for a refusal
 * @param version the version of the review the client saw
 * @param edits what is corrected
 */
record DecisionRequest(@NotNull Verdict decision, @Nullable String note, @NotNull Long version, @Nullable Edits edits) {

	Submission submission() {
		return new Submission(this.decision, this.note, this.version, (this.edits != null) ? this.edits : Edits.NONE);
	}

}

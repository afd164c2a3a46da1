package io.mokuroku.review.desk;

import java.time.Instant;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Rerun;
import io.mokuroku.review.task.Verdict;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a client sends it.
 *
 * @param decision what is decided
 * @param version the version of the review the client saw
 * @param entryVersion the version of the entry the client saw; a decision on another one
 * is refused
 * @param note why; needed for a refusal
 * @param stage where a rerun begins; with the sources if absent
 * @param until when a deferred question is asked again
 * @param other the entry to merge into or to keep separate from
 * @param edits what is corrected
 */
record DecisionRequest(@NotNull Verdict decision, @NotNull Long version, @Nullable Long entryVersion,
		@Nullable String note, @Nullable Rerun stage, @Nullable Instant until, @Nullable AnimeId other,
		@Nullable Edits edits) {

	Submission submission() {
		return new Submission(this.decision, this.version, this.entryVersion, this.note, this.stage, this.until,
				this.other, (this.edits != null) ? this.edits : Edits.NONE);
	}

}

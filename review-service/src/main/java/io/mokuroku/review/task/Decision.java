package io.mokuroku.review.task;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A decision as it was taken.
 *
 * @param verdict what was decided
 * @param reviewer who decided
 * @param note why, in the reviewer's words
 * @param edits what was corrected
 * @param at when
 */
public record Decision(Verdict verdict, String reviewer, @Nullable String note, Edits edits, Instant at) {

	public Decision {
		Objects.requireNonNull(verdict, "verdict");
		Objects.requireNonNull(reviewer, "reviewer");
		Objects.requireNonNull(edits, "edits");
		Objects.requireNonNull(at, "at");
	}

	/** Whether two decisions say the same, whoever took them and whenever. */
	public boolean saysTheSameAs(Decision other) {
		return this.verdict == other.verdict && Objects.equals(this.note, other.note) && this.edits.equals(other.edits);
	}

}

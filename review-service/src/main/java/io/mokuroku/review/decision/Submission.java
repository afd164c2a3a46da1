package io.mokuroku.review.decision;

import java.util.Objects;

import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sends.
 *
 * @param verdict what they decided
 * @param note why
 * @param version the version of the task they saw
 * @param edits what they corrected
 */
public record Submission(Verdict verdict, @Nullable String note, long version, Edits edits) {

	public Submission {
		Objects.requireNonNull(verdict, "verdict");
		Objects.requireNonNull(edits, "edits");
		note = (note == null || note.isBlank()) ? null : note.strip();
	}

}

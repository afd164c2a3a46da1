package io.mokuroku.review.decision;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Rerun;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sends. Its JSON is what the schema of decisions describes.
 *
 * @param verdict what they decided
 * @param version the version of the task they saw
 * @param entryVersion the version of the entry they saw; absent if it does not matter
 * @param note why
 * @param stage where a rerun begins; with the sources if absent
 * @param until when a deferred question is asked again
 * @param other the entry to merge into or to keep separate from
 * @param edits what they corrected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(@JsonProperty("decision") Verdict verdict, long version, @Nullable Long entryVersion,
		@Nullable String note, @Nullable Rerun stage, @Nullable Instant until, @Nullable AnimeId other, Edits edits) {

	public Submission {
		Objects.requireNonNull(verdict, "verdict");
		Objects.requireNonNull(edits, "edits");
		note = (note == null || note.isBlank()) ? null : note.strip();
	}

	/** A submission that needs no more than a note and corrections. */
	public Submission(Verdict verdict, @Nullable String note, long version, Edits edits) {
		this(verdict, version, null, note, null, null, null, edits);
	}

	/** The decision it is, once it is taken. */
	Decision takenBy(String reviewer, Instant now) {
		return new Decision(this.verdict, reviewer, this.note, this.edits, this.stage, this.until, this.other, now);
	}

}

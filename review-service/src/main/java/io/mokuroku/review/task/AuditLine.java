package io.mokuroku.review.task;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a review.
 *
 * @param at when
 * @param who a reviewer's id, or the part of the system that did it
 * @param what a sentence
 * @param decision the whole decision, where one was taken
 */
public record AuditLine(Instant at, String who, String what,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decision decision) {

	public AuditLine {
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(who, "who");
		Objects.requireNonNull(what, "what");
	}

	/** Something that happened without a decision. */
	public AuditLine(Instant at, String who, String what) {
		this(at, who, what, null);
	}

}

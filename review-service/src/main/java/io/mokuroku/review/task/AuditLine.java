package io.mokuroku.review.task;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that happened to a review.
 *
 * @param at when
 * @param who a reviewer's id, or the part of the system that did it
 * @param what a sentence
 */
public record AuditLine(Instant at, String who, String what) {

	public AuditLine {
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(who, "who");
		Objects.requireNonNull(what, "what");
	}

}

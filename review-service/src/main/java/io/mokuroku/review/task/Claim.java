package io.mokuroku.review.task;

import java.time.Instant;
import java.util.Objects;

/**
 * A reviewer works on a task, so that nobody else begins with it.
 *
 * @param reviewer who
 * @param until when the claim ends by itself
 */
public record Claim(String reviewer, Instant until) {

	public Claim {
		Objects.requireNonNull(reviewer, "reviewer");
		Objects.requireNonNull(until, "until");
	}

	/** Whether it keeps others away. */
	public boolean isLive(Instant now) {
		return this.until.isAfter(now);
	}

}

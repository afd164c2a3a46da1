package io.mokuroku.review.template;

import java.time.Instant;
import java.util.Objects;

/**
 * A version became the one that is shown.
 *
 * @param version which
 * @param by who wanted it
 * @param at since when
 */
public record Turn(TemplateVersion version, String by, Instant at) {

	public Turn {
		Objects.requireNonNull(version, "version");
		Objects.requireNonNull(by, "by");
		Objects.requireNonNull(at, "at");
	}

}

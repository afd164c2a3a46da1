package io.mokuroku.review.template;

import java.time.Instant;
import java.util.Objects;

/**
 * A family that was deployed.
 *
 * @param version its identity
 * @param by who deployed it
 * @param at when
 * @param family its files
 */
public record Deployment(TemplateVersion version, String by, Instant at, TemplateFamily family) {

	public Deployment {
		Objects.requireNonNull(version, "version");
		Objects.requireNonNull(by, "by");
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(family, "family");
	}

}

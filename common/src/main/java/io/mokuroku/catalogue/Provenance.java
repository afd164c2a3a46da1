package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.Objects;

/**
 * How a field came by its value.
 *
 * @param source who said so: {@code dataset}, a provider's name in lower case,
 * {@code reviewer} or {@code derived}
 * @param at when it was fetched or decided
 * @param rule the rule that chose it among candidates
 * @param confidence from 0 to 1
 */
public record Provenance(String source, Instant at, String rule, double confidence) {

	public Provenance {
		Objects.requireNonNull(source, "source");
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(rule, "rule");
		if (!(confidence >= 0 && confidence <= 1)) {
			throw new IllegalArgumentException("Confidence lies between 0 and 1");
		}
	}

}

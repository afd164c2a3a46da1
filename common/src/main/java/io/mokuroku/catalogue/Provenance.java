package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a field came by its value.
 *
 * @param source who said so: {@code dataset}, a provider's name in lower case,
 * {@code reviewer} or {@code derived}
 * @param at when it was fetched or decided
 * @param rule the rule that chose it among candidates
 * @param confidence from 0 to 1
 * @param alsoFrom who else added to it, where it was put together of several
 * @param note what a reader should know, such as that sources see it differently than the
 * person who wrote it
 */
public record Provenance(String source, Instant at, String rule, double confidence,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> alsoFrom,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

	/** Sources differ from what a person wrote. */
	public static final String DIFFERS_FROM_LOCKED = "differs from locked";

	/** Its source was not heard lately: it was away, or a newer answer was under way. */
	public static final String STALE = "stale";

	private static final String PERSON = "reviewer";

	@SuppressWarnings("NullAway") // an empty list is not stored
	public Provenance {
		Objects.requireNonNull(source, "source");
		Objects.requireNonNull(at, "at");
		Objects.requireNonNull(rule, "rule");
		if (!(confidence >= 0 && confidence <= 1)) {
			throw new IllegalArgumentException("Confidence lies between 0 and 1");
		}
		alsoFrom = (alsoFrom != null) ? List.copyOf(alsoFrom) : List.of();
	}

	/** Of one source, with nothing to note. */
	public Provenance(String source, Instant at, String rule, double confidence) {
		this(source, at, rule, confidence, List.of(), null);
	}

	/** The same with a note. */
	public Provenance noting(@Nullable String other) {
		return new Provenance(this.source, this.at, this.rule, this.confidence, this.alsoFrom, other);
	}

	/** Whether a person wrote the value, so that machines leave it alone. */
	public boolean humanLocked() {
		return this.source.equals(PERSON);
	}

}

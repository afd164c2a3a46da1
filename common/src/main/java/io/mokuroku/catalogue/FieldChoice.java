package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a field was chosen, for people who must judge it.
 *
 * @param field its name, as in provenance
 * @param how who said it and by which rule it was chosen; absent where a person's word
 * stood and nobody else chose
 * @param conflict whether providers contradict each other about it
 * @param said what everybody proposed, the most trusted first
 */
public record FieldChoice(String field, @Nullable Provenance how, boolean conflict,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Said> said) {

	@SuppressWarnings("NullAway") // an empty list is not stored
	public FieldChoice {
		Objects.requireNonNull(field, "field");
		said = (said != null) ? List.copyOf(said) : List.of();
	}

	/**
	 * What somebody proposed.
	 *
	 * @param source who, named as in provenance
	 * @param at when
	 * @param value in words, cut after {@value #LONGEST} characters
	 */
	public record Said(String source, Instant at, String value) {

		/** Longer values are cut here. */
		public static final int LONGEST = 500;

		public Said {
			Objects.requireNonNull(source, "source");
			Objects.requireNonNull(at, "at");
			if (value.length() > LONGEST) {
				int end = Character.isHighSurrogate(value.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
				value = value.substring(0, end) + "…";
			}
		}

	}

}

package io.mokuroku.catalogue;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What people are asked about an entry and what they have answered. A question is a
 * reason code, with a field where it is about one ({@code CORE_CONFLICT:type}); beside it
 * stands a digest of what it was asked about. An answer holds until that changes.
 *
 * @param open what a proposal asks
 * @param settled what a person has answered
 */
public record Questions(@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> open,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> settled) {

	/** Nothing asked, nothing answered. */
	public static final Questions NONE = new Questions(Map.of(), Map.of());

	@SuppressWarnings("NullAway") // an empty map is not stored
	public Questions {
		open = (open != null) ? Collections.unmodifiableMap(new TreeMap<>(open)) : Map.of();
		settled = (settled != null) ? Collections.unmodifiableMap(new TreeMap<>(settled)) : Map.of();
	}

	/** Whether a person has answered this question about the very same matter. */
	public boolean isSettled(String question, String digest) {
		return digest.equals(this.settled.get(question));
	}

	/** The same with other open questions. */
	public Questions asking(Map<String, String> questions) {
		return new Questions(questions, this.settled);
	}

	/** The same once a person has answered one question. */
	public Questions settling(String question, String digest) {
		Map<String, String> answers = new TreeMap<>(this.settled);
		answers.put(question, digest);
		Map<String, String> rest = new TreeMap<>(this.open);
		rest.remove(question);
		return new Questions(rest, answers);
	}

	/** The same once a person has answered all that was open. */
	public Questions answered() {
		Map<String, String> answers = new TreeMap<>(this.settled);
		answers.putAll(this.open);
		return new Questions(Map.of(), answers);
	}

}

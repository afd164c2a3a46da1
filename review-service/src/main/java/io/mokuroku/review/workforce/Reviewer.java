package io.mokuroku.review.workforce;

import java.util.Objects;

/**
 * Somebody who reviews or did.
 *
 * @param id what their tokens call them
 * @param name what people call them; an e-mail address where they sign in with one
 * @param role what they may do
 * @param active whether they may still do it
 */
public record Reviewer(String id, String name, Role role, boolean active) {

	/** What a name looks like, as a regular expression. */
	public static final String NAME = "[\\p{L}\\p{N}._%+@-]{1,128}";

	public Reviewer {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(role, "role");
	}

}

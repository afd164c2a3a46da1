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

	public Reviewer {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(role, "role");
	}

}

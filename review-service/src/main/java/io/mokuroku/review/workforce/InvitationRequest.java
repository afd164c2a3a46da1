package io.mokuroku.review.workforce;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * An invitation as a client sends it.
 *
 * @param name what people call them; an e-mail address where they sign in with one
 * @param role what they may do
 */
record InvitationRequest(@NotNull @Pattern(regexp = Reviewer.NAME) String name, @NotNull Role role) {

}

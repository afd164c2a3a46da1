package io.mokuroku.review.decision;

/**
 * A rule that a submission breaks.
 *
 * @param field the field, as in {@code edits.title}
 * @param rule what is wrong, without the field's name
 */
public record Fault(String field, String rule) {

}

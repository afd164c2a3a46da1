package io.mokuroku.review.template;

/**
 * A rule that a family breaks.
 *
 * @param file the file
 * @param rule what is wrong, without the name of the file
 */
public record Fault(String file, String rule) {

}

package io.mokuroku.search.answer;

/**
 * How many there are of what was asked for.
 *
 * @param total all of them
 */
public record Total(int total) {
}

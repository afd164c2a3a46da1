/**
 * Answers search requests from words and from meaning.
 */
@NullMarked
package io.mokuroku.search.query;

import org.jspecify.annotations.NullMarked;

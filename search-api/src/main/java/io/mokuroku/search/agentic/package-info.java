/**
 * Answers questions by letting a language model search the catalogue, and by rules where
 * it cannot.
 */
@NullMarked
package io.mokuroku.search.agentic;

import org.jspecify.annotations.NullMarked;

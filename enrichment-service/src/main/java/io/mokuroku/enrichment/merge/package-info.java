/**
 * Chooses among candidates: pure functions, the same input gives the same output.
 */
@NullMarked
package io.mokuroku.enrichment.merge;

import org.jspecify.annotations.NullMarked;

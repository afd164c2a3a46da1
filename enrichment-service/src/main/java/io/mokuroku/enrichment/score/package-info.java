/**
 * Keeps the mean score of the catalogue, which scores of few votes are drawn to.
 */
@NullMarked
package io.mokuroku.enrichment.score;

import org.jspecify.annotations.NullMarked;

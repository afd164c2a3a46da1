/**
 * Turns answers into candidates for the fields of an entry, one part of the entry per
 * stage.
 */
@NullMarked
package io.mokuroku.enrichment.stage;

import org.jspecify.annotations.NullMarked;

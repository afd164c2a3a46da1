/**
 * Asks the sources about one entry and keeps their answers for the stages.
 */
@NullMarked
package io.mokuroku.enrichment.fetch;

import org.jspecify.annotations.NullMarked;

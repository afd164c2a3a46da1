/**
 * Puts many entries through the enrichment workflow of a running catalogue and tells what
 * each state of it costs.
 */
@NullMarked
package io.mokuroku.local.load;

import org.jspecify.annotations.NullMarked;

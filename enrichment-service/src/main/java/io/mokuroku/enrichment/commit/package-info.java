/**
 * Ends an execution: publishes what was proposed, or leaves everything as it was.
 */
@NullMarked
package io.mokuroku.enrichment.commit;

import org.jspecify.annotations.NullMarked;

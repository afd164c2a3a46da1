/**
 * Makes plain text of what providers write.
 */
@NullMarked
package io.mokuroku.enrichment.text;

import org.jspecify.annotations.NullMarked;

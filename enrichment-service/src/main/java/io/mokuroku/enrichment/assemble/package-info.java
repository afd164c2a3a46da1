/**
 * Makes one proposal of all that was found and decides whether a person must see it.
 */
@NullMarked
package io.mokuroku.enrichment.assemble;

import org.jspecify.annotations.NullMarked;

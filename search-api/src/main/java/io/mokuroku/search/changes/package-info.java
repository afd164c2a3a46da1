/**
 * What became of entries, in order, for whoever keeps a copy.
 */
@NullMarked
package io.mokuroku.search.changes;

import org.jspecify.annotations.NullMarked;

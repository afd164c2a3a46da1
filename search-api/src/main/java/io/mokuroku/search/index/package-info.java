/**
 * The search index: a port, its Lucene adapter, and the listener that keeps it in step
 * with the catalogue.
 */
@NullMarked
package io.mokuroku.search.index;

import org.jspecify.annotations.NullMarked;

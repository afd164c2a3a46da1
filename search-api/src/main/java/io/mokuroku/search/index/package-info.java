/**
 * The search index: a port, its adapters for Lucene and Qdrant, and the listener that
 * keeps it in step with the catalogue.
 */
@NullMarked
package io.mokuroku.search.index;

import org.jspecify.annotations.NullMarked;

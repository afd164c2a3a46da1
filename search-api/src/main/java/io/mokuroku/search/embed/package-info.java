/**
 * Turns texts into vectors, in the background and for queries.
 */
@NullMarked
package io.mokuroku.search.embed;

import org.jspecify.annotations.NullMarked;

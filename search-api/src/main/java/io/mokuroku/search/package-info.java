/**
 * Indexes the catalogue and answers questions about it.
 */
@NullMarked
package io.mokuroku.search;

import org.jspecify.annotations.NullMarked;

/**
 * How far the index has come.
 */
@NullMarked
package io.mokuroku.search.status;

import org.jspecify.annotations.NullMarked;

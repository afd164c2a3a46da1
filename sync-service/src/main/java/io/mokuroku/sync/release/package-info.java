/**
 * Where releases of the dataset come from and where our copy of each is kept.
 */
@NullMarked
package io.mokuroku.sync.release;

import org.jspecify.annotations.NullMarked;

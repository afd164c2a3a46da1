/**
 * Follows the community dataset.
 */
@NullMarked
package io.mokuroku.sync;

import org.jspecify.annotations.NullMarked;

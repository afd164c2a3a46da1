/**
 * Digests by which contents are known again.
 */
@NullMarked
package io.mokuroku.digest;

import org.jspecify.annotations.NullMarked;

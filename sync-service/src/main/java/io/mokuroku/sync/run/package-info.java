/**
 * Applying a release from the first line to the last, however often it is interrupted.
 */
@NullMarked
package io.mokuroku.sync.run;

import org.jspecify.annotations.NullMarked;

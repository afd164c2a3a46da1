/**
 * What a record of the dataset means for the catalogue; decisions without effects.
 */
@NullMarked
package io.mokuroku.sync.diff;

import org.jspecify.annotations.NullMarked;

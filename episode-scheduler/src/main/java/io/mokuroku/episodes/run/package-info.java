/**
 * When plans are made, and what is told about them.
 */
@NullMarked
package io.mokuroku.episodes.run;

import org.jspecify.annotations.NullMarked;

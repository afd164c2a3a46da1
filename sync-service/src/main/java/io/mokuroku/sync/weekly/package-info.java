/**
 * The recurring schedule that asks for the newest release.
 */
@NullMarked
package io.mokuroku.sync.weekly;

import org.jspecify.annotations.NullMarked;

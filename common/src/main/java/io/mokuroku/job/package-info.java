/**
 * Work that takes minutes: asked for once, watched, and taken up again after a crash.
 */
@NullMarked
package io.mokuroku.job;

import org.jspecify.annotations.NullMarked;

/**
 * What tells of the newest export: one service writes it, another reads it.
 */
@NullMarked
package io.mokuroku.export;

import org.jspecify.annotations.NullMarked;

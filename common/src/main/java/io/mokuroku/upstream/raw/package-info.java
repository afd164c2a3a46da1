/**
 * What providers answered, byte by byte, so that the same answers can be read again by
 * other rules.
 */
@NullMarked
package io.mokuroku.upstream.raw;

import org.jspecify.annotations.NullMarked;

/**
 * The records that travel between services, how they are sent and what happens when
 * handling one fails.
 */
@NullMarked
package io.mokuroku.message;

import org.jspecify.annotations.NullMarked;

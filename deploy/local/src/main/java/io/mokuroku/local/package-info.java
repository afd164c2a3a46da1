/**
 * The command that runs the whole catalogue on one machine.
 */
@NullMarked
package io.mokuroku.local;

import org.jspecify.annotations.NullMarked;

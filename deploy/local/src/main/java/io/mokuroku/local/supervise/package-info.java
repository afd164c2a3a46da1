/**
 * Starting, watching, restarting and stopping the processes of a local run, and the
 * commands an operator types.
 */
@NullMarked
package io.mokuroku.local.supervise;

import org.jspecify.annotations.NullMarked;

/**
 * The pieces of AWS and the login server, on one machine, with their state on disk.
 */
@NullMarked
package io.mokuroku.local.cloud;

import org.jspecify.annotations.NullMarked;

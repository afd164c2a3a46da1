/**
 * A catalogue that runs on this machine, seen through the APIs it uses and offers.
 */
@NullMarked
package io.mokuroku.local.running;

import org.jspecify.annotations.NullMarked;

/**
 * Makes trouble for a catalogue that is being filled, and checks in its stores that
 * nothing came of it.
 */
@NullMarked
package io.mokuroku.local.chaos;

import org.jspecify.annotations.NullMarked;

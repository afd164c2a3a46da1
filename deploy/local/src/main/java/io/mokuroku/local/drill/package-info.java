/**
 * What a catalogue holds, in a form in which two of them can be compared.
 */
@NullMarked
package io.mokuroku.local.drill;

import org.jspecify.annotations.NullMarked;

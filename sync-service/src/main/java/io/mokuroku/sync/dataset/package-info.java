/**
 * The community dataset as it is written: its records, read one by one from a stream of
 * any length.
 */
@NullMarked
package io.mokuroku.sync.dataset;

import org.jspecify.annotations.NullMarked;

/**
 * Copies of the whole catalogue: taken while it is in use, verified, kept for as long as
 * a rule says, and put back.
 */
@NullMarked
package io.mokuroku.sync.snapshot;

import org.jspecify.annotations.NullMarked;

/**
 * Human loops as Amazon A2I has them, for those who want to try them without an account.
 */
@NullMarked
package io.mokuroku.local.loops;

import org.jspecify.annotations.NullMarked;

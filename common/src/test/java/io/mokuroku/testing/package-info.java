/**
 * Real engines inside the test's own process, for every module.
 */
@NullMarked
package io.mokuroku.testing;

import org.jspecify.annotations.NullMarked;

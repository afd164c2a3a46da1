/**
 * The whole house, run as its user runs it.
 */
@NullMarked
package io.mokuroku.house;

import org.jspecify.annotations.NullMarked;

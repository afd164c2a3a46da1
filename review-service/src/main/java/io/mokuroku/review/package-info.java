/**
 * Puts people in the loop where machines are unsure.
 */
@NullMarked
package io.mokuroku.review;

import org.jspecify.annotations.NullMarked;

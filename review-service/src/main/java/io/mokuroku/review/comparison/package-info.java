/**
 * What a proposal would change.
 */
@NullMarked
package io.mokuroku.review.comparison;

import org.jspecify.annotations.NullMarked;

/**
 * Who reviews, and who leads those who do.
 */
@NullMarked
package io.mokuroku.review.workforce;

import org.jspecify.annotations.NullMarked;

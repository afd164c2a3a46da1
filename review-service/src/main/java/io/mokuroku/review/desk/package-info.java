/**
 * What reviewers see and do, for programs.
 */
@NullMarked
package io.mokuroku.review.desk;

import org.jspecify.annotations.NullMarked;

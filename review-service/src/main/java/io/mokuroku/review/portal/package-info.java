/**
 * What reviewers see and do, for people.
 */
@NullMarked
package io.mokuroku.review.portal;

import org.jspecify.annotations.NullMarked;

/**
 * What people answer, and how the answer reaches the workflow that waits for it.
 */
@NullMarked
package io.mokuroku.review.decision;

import org.jspecify.annotations.NullMarked;

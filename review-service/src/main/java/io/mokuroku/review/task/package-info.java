/**
 * What people are asked, and how far the answer has come.
 */
@NullMarked
package io.mokuroku.review.task;

import org.jspecify.annotations.NullMarked;

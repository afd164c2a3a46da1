/**
 * What the pages look like: families of Liquid templates that never change once they are
 * deployed, and which of them is shown.
 */
@NullMarked
package io.mokuroku.review.template;

import org.jspecify.annotations.NullMarked;

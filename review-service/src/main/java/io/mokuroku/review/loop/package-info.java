/**
 * How a question reaches people.
 */
@NullMarked
package io.mokuroku.review.loop;

import org.jspecify.annotations.NullMarked;

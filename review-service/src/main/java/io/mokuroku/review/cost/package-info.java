/**
 * How much is asked of people: budgets, what waits for them, and what came of it.
 */
@NullMarked
package io.mokuroku.review.cost;

import org.jspecify.annotations.NullMarked;

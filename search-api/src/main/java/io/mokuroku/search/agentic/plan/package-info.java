/**
 * Plans that models have made, kept for the next one who asks the same.
 */
@NullMarked
package io.mokuroku.search.agentic.plan;

import org.jspecify.annotations.NullMarked;

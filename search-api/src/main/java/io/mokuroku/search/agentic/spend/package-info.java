/**
 * What models have cost this month, counted over all instances against a ceiling.
 */
@NullMarked
package io.mokuroku.search.agentic.spend;

import org.jspecify.annotations.NullMarked;

/**
 * All that a model can do: search the catalogue and look at an anime.
 */
@NullMarked
package io.mokuroku.search.agentic.tool;

import org.jspecify.annotations.NullMarked;

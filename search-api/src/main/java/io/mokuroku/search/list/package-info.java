/**
 * The curated lists: computed from the catalogue every hour, shared through Redis, and
 * served whatever becomes of either.
 */
@NullMarked
package io.mokuroku.search.list;

import org.jspecify.annotations.NullMarked;

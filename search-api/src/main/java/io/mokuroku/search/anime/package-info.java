/**
 * Entries and their episodes as the store knows them.
 */
@NullMarked
package io.mokuroku.search.anime;

import org.jspecify.annotations.NullMarked;

/**
 * Finds out who is who: characters and people that several providers list for the same
 * anime.
 */
@NullMarked
package io.mokuroku.enrichment.people;

import org.jspecify.annotations.NullMarked;

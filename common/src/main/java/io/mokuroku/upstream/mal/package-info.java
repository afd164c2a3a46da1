/**
 * MyAnimeList's data through its official API, version 2.
 */
@NullMarked
package io.mokuroku.upstream.mal;

import org.jspecify.annotations.NullMarked;

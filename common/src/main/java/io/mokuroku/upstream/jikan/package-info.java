/**
 * MyAnimeList's data through an API in the form of Jikan, version 4.
 */
@NullMarked
package io.mokuroku.upstream.jikan;

import org.jspecify.annotations.NullMarked;

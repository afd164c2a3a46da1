/**
 * AniList, asked for single entries and airing times only.
 */
@NullMarked
package io.mokuroku.upstream.anilist;

import org.jspecify.annotations.NullMarked;

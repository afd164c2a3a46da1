/**
 * AniDB, asked for single entries where nobody else tells sorts of episodes.
 */
@NullMarked
package io.mokuroku.upstream.anidb;

import org.jspecify.annotations.NullMarked;

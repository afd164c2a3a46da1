/**
 * Kitsu's JSON:API, edge version.
 */
@NullMarked
package io.mokuroku.upstream.kitsu;

import org.jspecify.annotations.NullMarked;

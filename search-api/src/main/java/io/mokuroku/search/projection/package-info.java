/**
 * What of an entry is searched and shown, made from it by pure functions.
 */
@NullMarked
package io.mokuroku.search.projection;

import org.jspecify.annotations.NullMarked;

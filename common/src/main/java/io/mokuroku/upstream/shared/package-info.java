/**
 * What all instances know together of the providers: a place in Redis, with one grammar
 * for its keys, that may be away at any time.
 */
@NullMarked
package io.mokuroku.upstream.shared;

import org.jspecify.annotations.NullMarked;

/**
 * Answers of providers, kept for as long as they are likely to stay true and a while
 * longer for when a provider is away.
 */
@NullMarked
package io.mokuroku.upstream.cache;

import org.jspecify.annotations.NullMarked;

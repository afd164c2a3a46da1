/**
 * Which providers are asked: the one place that knows them all.
 */
@NullMarked
package io.mokuroku.upstream.sources;

import org.jspecify.annotations.NullMarked;

/**
 * One exchange with a provider over HTTP: bounded in time and size, with every way it can
 * fail named.
 */
@NullMarked
package io.mokuroku.upstream.wire;

import org.jspecify.annotations.NullMarked;

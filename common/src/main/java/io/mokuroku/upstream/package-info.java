/**
 * What other sites say about anime: one port for all of them and, in a sub-package each,
 * the providers that are asked.
 */
@NullMarked
package io.mokuroku.upstream;

import org.jspecify.annotations.NullMarked;

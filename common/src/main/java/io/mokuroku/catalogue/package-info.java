/**
 * The canonical model of an anime and its identity; no framework, no cloud.
 */
@NullMarked
package io.mokuroku.catalogue;

import org.jspecify.annotations.NullMarked;

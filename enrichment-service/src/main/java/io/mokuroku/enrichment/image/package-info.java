/**
 * Copies remote pictures into our own bucket, each content once.
 */
@NullMarked
package io.mokuroku.enrichment.image;

import org.jspecify.annotations.NullMarked;

/**
 * Drives the workflow that turns a draft into an entry people can trust.
 */
@NullMarked
package io.mokuroku.enrichment;

import org.jspecify.annotations.NullMarked;

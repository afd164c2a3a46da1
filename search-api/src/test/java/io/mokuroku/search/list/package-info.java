/**
 * Tests of the curated lists.
 */
@NullMarked
package io.mokuroku.search.list;

import org.jspecify.annotations.NullMarked;

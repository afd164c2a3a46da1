/**
 * How titles are compared: the folded form in which spellings meet, and how close two of
 * them are.
 */
@NullMarked
package io.mokuroku.search.title;

import org.jspecify.annotations.NullMarked;
